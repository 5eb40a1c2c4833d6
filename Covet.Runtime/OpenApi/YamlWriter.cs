using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Covet.Internal;

/// <summary>
/// Writes JSON as YAML 1.2 in block style. Strings stay plain only where no YAML version could read them as anything
/// else; all others are double-quoted, whose escapes are a superset of JSON's.
/// </summary>
internal static class YamlWriter
{
    private const string PlainStart = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/$(";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    };

    public static byte[] FromJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = OpenApiDocuments.MaxDepth });
        var text = new StringBuilder(json.Length * 2);
        reader.Read();
        WriteValue(ref reader, text, 0, afterKey: false);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteValue(ref Utf8JsonReader reader, StringBuilder text, int indent, bool afterKey)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(ref reader, text, indent, afterKey);
                break;
            case JsonTokenType.StartArray:
                WriteArray(ref reader, text, indent, afterKey);
                break;
            default:
                text.Append(afterKey ? " " : "");
                WriteScalar(ref reader, text);
                text.Append('\n');
                break;
        }
    }

    private static void WriteObject(ref Utf8JsonReader reader, StringBuilder text, int indent, bool afterKey)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            text.Append(afterKey ? " {}\n" : "{}\n");
            return;
        }

        text.Append(afterKey ? "\n" : "");
        for (var first = true; reader.TokenType != JsonTokenType.EndObject; first = false, reader.Read())
        {
            // The first key of an object in an array stands on the line of its dash.
            text.Append(' ', first && !afterKey ? 0 : indent);
            WriteString(reader.GetString()!, text);
            text.Append(':');
            reader.Read();
            WriteValue(ref reader, text, indent + 2, afterKey: true);
        }
    }

    private static void WriteArray(ref Utf8JsonReader reader, StringBuilder text, int indent, bool afterKey)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            text.Append(afterKey ? " []\n" : "[]\n");
            return;
        }

        text.Append(afterKey ? "\n" : "");
        for (var first = true; reader.TokenType != JsonTokenType.EndArray; first = false, reader.Read())
        {
            text.Append(' ', first && !afterKey ? 0 : indent).Append("- ");
            WriteValue(ref reader, text, indent + 2, afterKey: false);
        }
    }

    private static void WriteScalar(ref Utf8JsonReader reader, StringBuilder text)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            WriteString(reader.GetString()!, text);
        }
        else
        {
            text.Append(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static void WriteString(string value, StringBuilder text)
    {
        if (IsPlain(value))
        {
            text.Append(value);
            return;
        }

        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    private static bool IsPlain(string value)
    {
        if (value.Length is 0 or > 200 || !PlainStart.Contains(value[0], StringComparison.Ordinal) || value[^1] == ' ' || Reserved.Contains(value))
        {
            return false;
        }

        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !" _-./$(){}@+=*~".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
