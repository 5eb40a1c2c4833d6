using System.Globalization;
using System.Text;
using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>C# constants as generated code writes them, to JSON: literals, negative ones, and those behind a cast.</summary>
internal static class ConstantText
{
    public static ApiValue? Parse(string expression)
    {
        var text = WithoutCasts(expression.Trim().TrimEnd('!'));
        return text switch
        {
            "" => null,
            "true" => ApiValue.Bool(true),
            "false" => ApiValue.Bool(false),
            "int.MinValue" => ApiValue.Number("-2147483648"),
            "long.MinValue" => ApiValue.Number("-9223372036854775808"),
            _ when text[0] is '"' or '\'' => Text(text),
            _ => Number(text),
        };
    }

    // (byte)5, (global::App.Color)(2), (3)
    private static string WithoutCasts(string text)
    {
        while (text.StartsWith("(", StringComparison.Ordinal))
        {
            var close = text.IndexOf(')');
            text = close < 0 ? ""
                : close == text.Length - 1 ? text.Substring(1, close - 1)
                : text.Substring(close + 1);
        }

        return text;
    }

    private static ApiValue? Number(string text)
    {
        var digits = text.TrimEnd('L', 'l', 'U', 'u', 'D', 'd', 'F', 'f', 'M', 'm');
        return digits.Length != 0 && ApiJsonParser.Parse(digits) is ApiValue { IsString: false } number && char.IsDigit(digits[digits.Length - 1]) ? number : null;
    }

    private static ApiValue? Text(string literal)
    {
        var result = new StringBuilder();
        for (var i = 1; i < literal.Length; i++)
        {
            var c = literal[i];
            if (c == literal[0])
            {
                return i == literal.Length - 1 ? ApiValue.String(result.ToString()) : null;
            }

            if (c != '\\')
            {
                result.Append(c);
            }
            else if (++i == literal.Length || !Escape(literal, ref i, result))
            {
                return null;
            }
        }

        return null;
    }

    private static bool Escape(string literal, ref int i, StringBuilder result)
    {
        var c = literal[i];
        if (c is 'u' or 'U')
        {
            var length = c == 'u' ? 4 : 8;
            if (i + length >= literal.Length || !int.TryParse(literal.Substring(i + 1, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                return false;
            }

            i += length;
            _ = c == 'u' ? result.Append((char)code) : result.Append(char.ConvertFromUtf32(code));
            return true;
        }

        var index = "'\"\\0abefnrtv".IndexOf(c);
        if (index < 0)
        {
            return false;
        }

        result.Append("'\"\\\0\a\b\u001b\f\n\r\t\v"[index]);
        return true;
    }
}
