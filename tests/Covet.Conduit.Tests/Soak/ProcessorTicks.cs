using System.Globalization;

namespace Covet.Conduit.Tests.Soak;

/// <summary>Processor time of a process and its children, those that ended included, in the kernel's ticks.</summary>
internal static class ProcessorTicks
{
    // Fields of /proc/PID/stat behind the name, which ends with the last bracket.
    private const int ParentField = 1;
    private const int UserField = 11;
    private const int OwnFields = 2;
    private const int FieldsWithEndedChildren = 4;

    public static long Of(int process)
    {
        var ticks = Sum(Fields(process.ToString(CultureInfo.InvariantCulture)), FieldsWithEndedChildren);
        var parent = process.ToString(CultureInfo.InvariantCulture);
        foreach (var folder in Directory.GetDirectories("/proc").Where(static folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            if (Fields(Path.GetFileName(folder)) is { Length: > 0 } fields && fields[ParentField] == parent)
            {
                ticks += Sum(fields, OwnFields);
            }
        }

        return ticks;
    }

    private static long Sum(string[] fields, int count) =>
        fields.Skip(UserField).Take(count).Sum(static field => long.Parse(field, CultureInfo.InvariantCulture));

    /// <summary>None of a process that is gone.</summary>
    private static string[] Fields(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
