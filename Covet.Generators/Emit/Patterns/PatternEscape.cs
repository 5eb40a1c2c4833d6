using System.Globalization;

namespace Covet.Generators.Emit.Patterns;

/// <summary>Escapes that stand for one character.</summary>
internal static class PatternEscape
{
    /// <summary>Reads what follows the backslash.</summary>
    public static bool TryRead(string pattern, ref int at, out char character)
    {
        character = at < pattern.Length ? pattern[at++] : '\0';
        switch (character)
        {
            case 't':
                character = '\t';
                return true;
            case 'n':
                character = '\n';
                return true;
            case 'r':
                character = '\r';
                return true;
            case 'x':
                return TryReadHexadecimal(pattern, ref at, 2, out character);
            case 'u':
                return TryReadHexadecimal(pattern, ref at, 4, out character);
            default:
                // Letters and digits mean something, now or in a later version; everything else means itself.
                return character is > ' ' and < (char)0x7F && !char.IsLetterOrDigit(character) && character != '_';
        }
    }

    private static bool TryReadHexadecimal(string pattern, ref int at, int digits, out char character)
    {
        character = '\0';
        if (at + digits > pattern.Length || !ushort.TryParse(pattern.Substring(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        at += digits;
        character = (char)code;
        return true;
    }
}
