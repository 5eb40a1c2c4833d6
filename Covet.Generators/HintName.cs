using System.Text;

namespace Covet.Generators;

/// <summary>
/// The name of a generated file. Names that differ in case alone are different files to C# and the same to some file
/// systems and to the compiler's list of generated files, so one with capitals where others might have none says so.
/// </summary>
internal static class HintName
{
    private const int MaxLength = 180;

    public static string Of(string name)
    {
        var builder = new StringBuilder(name.Length + 10);
        foreach (var c in name)
        {
            builder.Append(c is '.' or '_' or '-' || (c < 128 && char.IsLetterOrDigit(c)) ? c : '_');
        }

        // Unusual casing and long or foreign names get a hash, so that no two types share a file.
        var plain = builder.ToString();
        var usual = name.Length <= MaxLength && plain == name && IsUsual(name);
        return (usual ? plain : plain.Substring(0, Math.Min(plain.Length, MaxLength)) + "." + Hash(name)) + ".g.cs";
    }

    // Every part begins with a capital and goes on in a way that no other usual name has with other capitals: we take
    // as usual what Pascal case gives, where a name in other case could only be an unusual one.
    private static bool IsUsual(string name)
    {
        var start = true;
        foreach (var c in name)
        {
            if (start && char.IsLower(c))
            {
                return false;
            }

            start = c is '.' or '_' or '-' || char.IsDigit(c) && start;
        }

        return true;
    }

    private static string Hash(string name)
    {
        // FNV-1a: stable between runs and machines.
        var hash = 2166136261u;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
