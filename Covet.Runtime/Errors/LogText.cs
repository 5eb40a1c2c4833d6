using System.Globalization;
using System.Text;

namespace Covet.Internal;

/// <summary>Text of a caller's, for a line of the log.</summary>
internal static class LogText
{
    private const int MaxLength = 256;

    /// <summary>
    /// The text with at most 256 characters, and a question mark for each that could begin a line or change how one reads:
    /// controls, separators of lines and paragraphs, and invisible signs such as those that turn the direction of writing.
    /// </summary>
    public static string Clean(string text) => IsClean(text) ? text : new StringBuilder().AppendClean(text).ToString();

    /// <summary>Appends a text as <see cref="Clean"/> gives it.</summary>
    public static StringBuilder AppendClean(this StringBuilder builder, string text)
    {
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MaxLength)))
        {
            builder.Append(IsClean(character) ? character : '?');
        }

        return builder;
    }

    private static bool IsClean(string text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        foreach (var character in text)
        {
            if (!IsClean(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClean(char character) =>
        character is >= ' ' and < '\u007f' || (character > '\u009f' && CharUnicodeInfo.GetUnicodeCategory(character)
            is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
