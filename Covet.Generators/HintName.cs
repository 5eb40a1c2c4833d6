using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators;

/// <summary>
/// The name of a generated file. Names that differ in case alone are different files to C# and the same to some file
/// systems and to the compiler's list of generated files, so one with capitals where others might have none says so.
/// </summary>
internal static class HintName
{
    private const int MaxLength = 180;
    private const string Ending = ".g.cs";

    /// <summary>The hint name of a file, among others.</summary>
    /// <param name="name">What the file is about, without its ending.</param>
    /// <param name="crowded">The names that <see cref="Crowded"/> found; one of them gets a hash, whichever file comes first.</param>
    public static string Of(string name, EquatableArray<string> crowded)
    {
        var plain = Of(name);
        return crowded.Contains(plain, StringComparer.OrdinalIgnoreCase) ? plain.Substring(0, plain.Length - Ending.Length) + "." + Hash(name) + Ending : plain;
    }

    /// <summary>The hint names that several files would have, as names that differ in case alone are the same here.</summary>
    public static EquatableArray<string> Crowded(IEnumerable<string> names) => names
        .Select(Of)
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Skip(1).Any())
        .Select(static group => group.Key.ToUpperInvariant())
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static string Of(string name)
    {
        var builder = new StringBuilder(name.Length + 10);
        foreach (var c in name)
        {
            builder.Append(c is '.' or '_' or '-' || (c < 128 && char.IsLetterOrDigit(c)) ? c : '_');
        }

        // Unusual casing and long or foreign names get a hash, so that no two types share a file.
        var plain = builder.ToString();
        var usual = name.Length <= MaxLength && plain == name && IsUsual(name);
        return (usual ? plain : plain.Substring(0, Math.Min(plain.Length, MaxLength)) + "." + Hash(name)) + Ending;
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
