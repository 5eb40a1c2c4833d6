using System.Globalization;
using System.Text;

namespace Covet.Generators.Emit.OpenApi.Tree;

/// <summary>Writes JSON without white space.</summary>
internal static class ApiJsonWriter
{
    public static string Write(ApiNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(ApiNode node, StringBuilder text)
    {
        switch (node)
        {
            case ApiObject obj:
                var separator = '{';
                foreach (var member in obj)
                {
                    text.Append(separator);
                    WriteString(member.Key, text);
                    text.Append(':');
                    Write(member.Value, text);
                    separator = ',';
                }

                text.Append(separator == '{' ? "{}" : "}");
                break;
            case ApiArray array:
                separator = '[';
                foreach (var item in array)
                {
                    text.Append(separator);
                    Write(item, text);
                    separator = ',';
                }

                text.Append(separator == '[' ? "[]" : "]");
                break;
            case ApiValue { IsString: true } value:
                WriteString(value.Text, text);
                break;
            default:
                text.Append(((ApiValue)node).Text);
                break;
        }
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '"' || c == '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                text.Append("\\n");
            }
            else if (c < ' ' || c is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                // Neither UTF-8 nor JSON readers have a place for half a pair.
                text.Append(IsLoneSurrogate(value, i) ? '\ufffd' : c);
            }
        }

        text.Append('"');
    }

    private static bool IsLoneSurrogate(string value, int i) =>
        char.IsHighSurrogate(value[i]) ? i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1])
        : char.IsLowSurrogate(value[i]) && (i == 0 || !char.IsHighSurrogate(value[i - 1]));
}
