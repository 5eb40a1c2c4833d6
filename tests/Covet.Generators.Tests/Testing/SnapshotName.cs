using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace Covet.Generators.Tests;

/// <summary>
/// Where the snapshot of the running test lies, and what its case of a theory is called there. A source that several tests of a class
/// share is a field of it, and has one snapshot, of the field's name; any other source has the snapshot of its test.
/// </summary>
internal static class SnapshotName
{
    private const int LongestArgument = 100;

    private static readonly ConcurrentDictionary<(string Test, string Name), ConcurrentQueue<string>> Seen = new();

    /// <summary>The folder's name without what tells several runs of a test apart.</summary>
    /// <param name="subject">The source as the test gave it; null where more than the source decides what is generated.</param>
    /// <param name="assembly">The name of the assembly that is compiled.</param>
    public static string Of(string? subject, string assembly)
    {
        var (context, method) = (TestContext.Current.TestClass, TestContext.Current.TestMethod?.MethodName);
        Assert.True(context is not null && method is not null, "The generator runs outside of a test, so that nobody knows whose snapshot it is.");
        var field = subject is null ? null : FieldOf((context as IXunitTestClass)?.Class, subject);
        return context.TestClassSimpleName + "." + (field ?? method) + (assembly == "App" ? "" : "." + assembly);
    }

    /// <summary>Which of the runs of the running test this text is of, from 0; null where the text has come before.</summary>
    public static int? Turn(string name, string text)
    {
        var seen = Seen.GetOrAdd((TestContext.Current.Test!.UniqueID, name), static _ => new());
        if (seen.Contains(text, StringComparer.Ordinal))
        {
            return null;
        }

        seen.Enqueue(text);
        return seen.Count - 1;
    }

    /// <summary>The running case of a theory, by its arguments; null for a fact.</summary>
    public static string? Case() => TestContext.Current.Test is IXunitTest { TestMethodArguments: { Length: > 0 } arguments }
        ? string.Join(", ", arguments.Select(Argument))
        : null;

    private static string? FieldOf(Type? type, string value) => type?
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .FirstOrDefault(field => field.FieldType == typeof(string) && (string?)field.GetValue(null) == value)?.Name;

    // On one line; a long text by its beginning, and by a checksum as others may begin like it.
    private static string Argument(object? argument)
    {
        var text = Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "null";
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestArgument && line == text ? line : line[..Math.Min(line.Length, LongestArgument)] + "~" + Checksum(text).ToString("x4", CultureInfo.InvariantCulture);
    }

    private static ushort Checksum(string text) => text.Aggregate((ushort)1, static (sum, c) => unchecked((ushort)((sum * 31) + c)));
}
