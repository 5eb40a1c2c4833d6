using System.Globalization;
using System.Text;

namespace Covet.Generators.Emit.OpenApi.Tree;

/// <summary>Reads JSON: fragments of libraries, the committed baseline, examples in comments.</summary>
internal sealed class ApiJsonParser
{
    private const int MaxDepth = 128;
    private readonly string text;
    private int position;
    private int depth;

    private ApiJsonParser(string text) => this.text = text;

    /// <summary>The value, or null where the text is not one JSON value.</summary>
    public static ApiNode? Parse(string text)
    {
        var parser = new ApiJsonParser(text);
        var value = parser.Value();
        parser.SkipSpace();
        return parser.position == text.Length ? value : null;
    }

    private ApiNode? Value()
    {
        SkipSpace();
        if (position == text.Length || depth == MaxDepth)
        {
            return null;
        }

        depth++;
        ApiNode? value = text[position] switch
        {
            '{' => Object(),
            '[' => Array(),
            '"' => String() is { } s ? ApiValue.String(s) : null,
            _ => Scalar(),
        };
        depth--;
        return value;
    }

    private ApiObject? Object()
    {
        var result = new ApiObject();
        position++;
        if (Take('}'))
        {
            return result;
        }

        do
        {
            SkipSpace();
            if (position == text.Length || text[position] != '"' || String() is not { } name || !Take(':') || Value() is not { } value)
            {
                return null;
            }

            result[name] = value;
        }
        while (Take(','));

        return Take('}') ? result : null;
    }

    private ApiArray? Array()
    {
        var result = new ApiArray();
        position++;
        if (Take(']'))
        {
            return result;
        }

        do
        {
            if (Value() is not { } value)
            {
                return null;
            }

            result.Add(value);
        }
        while (Take(','));

        return Take(']') ? result : null;
    }

    private string? String()
    {
        position++;
        var start = position;
        while (position < text.Length && text[position] != '"' && text[position] != '\\')
        {
            position++;
        }

        if (position < text.Length && text[position] == '"')
        {
            return text.Substring(start, position++ - start);
        }

        var result = new StringBuilder(text, start, position - start, 64);
        while (position < text.Length && text[position] != '"')
        {
            var c = text[position++];
            if (c == '\\' && !Escape(result))
            {
                return null;
            }

            if (c != '\\')
            {
                result.Append(c);
            }
        }

        return position++ < text.Length ? result.ToString() : null;
    }

    private bool Escape(StringBuilder result)
    {
        if (position == text.Length)
        {
            return false;
        }

        var c = text[position++];
        var plain = c switch { '"' or '\\' or '/' => c, 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        if (plain != '\0')
        {
            result.Append(plain);
            return true;
        }

        if (c != 'u' || position + 4 > text.Length
            || !ushort.TryParse(text.Substring(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        position += 4;
        result.Append((char)code);
        return true;
    }

    private ApiValue? Scalar()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '-' or '+' or '.'))
        {
            position++;
        }

        var spelling = text.Substring(start, position - start);
        return spelling switch
        {
            "true" => ApiValue.Bool(true),
            "false" => ApiValue.Bool(false),
            "null" => ApiValue.Null,
            _ => IsNumber(spelling) ? ApiValue.Number(spelling) : null,
        };
    }

    private static bool IsNumber(string spelling)
    {
        var digits = spelling.StartsWith("-", StringComparison.Ordinal) ? spelling.Substring(1) : spelling;
        return digits.Length != 0 && char.IsDigit(digits[0]) && (digits[0] != '0' || digits.Length == 1 || !char.IsDigit(digits[1]))
            && !digits.EndsWith(".", StringComparison.Ordinal)
            && double.TryParse(spelling, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private bool Take(char c)
    {
        SkipSpace();
        if (position < text.Length && text[position] == c)
        {
            position++;
            return true;
        }

        return false;
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }
    }
}
