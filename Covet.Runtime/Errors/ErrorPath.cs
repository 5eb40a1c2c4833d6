using System.Globalization;

namespace Covet.Internal;

/// <summary>Paths in the JSON of a request: <c>items[2].unitPrice</c>, <c>prices['a.b']</c>.</summary>
internal static class ErrorPath
{
    /// <summary>The path of <paramref name="key"/> below <paramref name="prefix"/>.</summary>
    public static string Join(string prefix, string key)
    {
        if (prefix.Length == 0 || key.Length == 0)
        {
            return prefix.Length == 0 ? key : prefix;
        }

        return key[0] == '[' ? string.Concat(prefix, key) : string.Concat(prefix, ".", key);
    }

    /// <summary>The path of an item.</summary>
    public static string Index(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    /// <summary>The path of a dictionary's value; a key with other signs than letters, digits, <c>_</c> and <c>-</c> is quoted.</summary>
    public static string Key(string key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return Quoted(key);
            }
        }

        return key.Length == 0 ? "['']" : key;
    }

    private static string Quoted(string key) =>
        "['" + key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "']";
}
