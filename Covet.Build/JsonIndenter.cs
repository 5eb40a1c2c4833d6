using System.Text;

namespace Covet.Build;

/// <summary>Puts a compact JSON text on lines, two spaces a level, so that a document can be read and compared.</summary>
internal static class JsonIndenter
{
    public static string Indent(string json)
    {
        var text = new StringBuilder(json.Length * 2);
        var depth = 0;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            switch (c)
            {
                case '"':
                    var start = i++;
                    while (json[i] != '"')
                    {
                        i += json[i] == '\\' ? 2 : 1;
                    }

                    text.Append(json, start, i - start + 1);
                    break;
                case '{' or '[':
                    text.Append(c);
                    if (json[i + 1] is '}' or ']')
                    {
                        text.Append(json[++i]);
                        break;
                    }

                    NewLine(text, ++depth);
                    break;
                case '}' or ']':
                    NewLine(text, --depth);
                    text.Append(c);
                    break;
                case ',':
                    text.Append(c);
                    NewLine(text, depth);
                    break;
                case ':':
                    text.Append(": ");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.Append('\n').ToString();
    }

    private static void NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * 2);
}
