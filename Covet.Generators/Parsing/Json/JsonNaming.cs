using System.Globalization;
using System.Text;

namespace Covet.Generators.Parsing.Json;

/// <summary>The naming policies of <c>System.Text.Json.JsonNamingPolicy</c>, at build.</summary>
internal static class JsonNaming
{
    private enum Run
    {
        None,
        Upper,
        LowerOrDigit,
        Space,
    }

    /// <summary>A C# name under a policy.</summary>
    /// <param name="name">The C# name.</param>
    /// <param name="policy">The number of a <c>JsonKnownNamingPolicy</c>.</param>
    public static string Convert(string name, int policy) => policy switch
    {
        1 => Camel(name),
        2 => Separate(name, '_', lower: true),
        3 => Separate(name, '_', lower: false),
        4 => Separate(name, '-', lower: true),
        5 => Separate(name, '-', lower: false),
        _ => name,
    };

    /// <summary>Lowers the leading capitals but the last before a small letter: Id, URLValue are id, urlValue.</summary>
    public static string Camel(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var chars = name.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (i == 1 && !char.IsUpper(chars[i]))
            {
                break;
            }

            if (i > 0 && i + 1 < chars.Length && !char.IsUpper(chars[i + 1]))
            {
                break;
            }

            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }

    // A word begins at a capital after a small letter or digit, and at the last capital of a run before a small letter.
    private static string Separate(string name, char separator, bool lower)
    {
        var result = new StringBuilder(name.Length + 4);
        var run = Run.None;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.UppercaseLetter:
                    if (run is Run.LowerOrDigit or Run.Space || (run == Run.Upper && i + 1 < name.Length && char.IsLower(name[i + 1])))
                    {
                        result.Append(separator);
                    }

                    result.Append(lower ? char.ToLowerInvariant(c) : c);
                    run = Run.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    if (run == Run.Space)
                    {
                        result.Append(separator);
                    }

                    result.Append(lower ? c : char.ToUpperInvariant(c));
                    run = Run.LowerOrDigit;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    run = run == Run.None ? run : Run.Space;
                    break;
                default:
                    result.Append(c);
                    run = Run.None;
                    break;
            }
        }

        return result.ToString();
    }
}
