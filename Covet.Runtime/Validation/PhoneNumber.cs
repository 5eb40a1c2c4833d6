namespace Covet.Internal;

/// <summary>The verdict of <c>[Phone]</c>, without the strings that it makes.</summary>
internal static class PhoneNumber
{
    private static readonly string[] Extensions = ["ext.", "ext", "x"];

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = WithoutExtension(value.TrimEnd());
        var digits = false;
        foreach (var c in value)
        {
            digits |= char.IsDigit(c);
            if (!char.IsDigit(c) && !char.IsWhiteSpace(c) && c is not ('-' or '.' or '(' or ')' or '+'))
            {
                return false;
            }
        }

        return digits;
    }

    private static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> value)
    {
        foreach (var name in Extensions)
        {
            var at = value.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && IsExtension(value[(at + name.Length)..]))
            {
                return value[..at];
            }
        }

        return value;
    }

    // Plus signs are taken out before DataAnnotations looks at the rest, so they may stand anywhere.
    private static bool IsExtension(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart("+ \t\n\v\f\r\u0085\u00a0\u2028\u2029");
        foreach (var c in trimmed)
        {
            if (!char.IsDigit(c) && c != '+')
            {
                return false;
            }
        }

        return trimmed.Length > 0;
    }
}
