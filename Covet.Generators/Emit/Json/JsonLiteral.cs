using System.Globalization;
using System.Text;

namespace Covet.Generators.Emit.Json;

/// <summary>Names and strings as JSON text, escaped at build as the run time's encoder would.</summary>
internal static class JsonLiteral
{
    /// <summary>The text in quotes; null where only the run time's tables say which characters are escaped.</summary>
    public static string? Quote(string text, bool relaxed)
    {
        if (relaxed && text.Any(c => c >= 0x7F))
        {
            return null;
        }

        var builder = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            Append(builder, text, ref i, relaxed);
        }

        return builder.Append('"').ToString();
    }

    private static void Append(StringBuilder builder, string text, ref int i, bool relaxed)
    {
        var c = text[i];
        switch (c)
        {
            case '\b': builder.Append("\\b"); return;
            case '\t': builder.Append("\\t"); return;
            case '\n': builder.Append("\\n"); return;
            case '\f': builder.Append("\\f"); return;
            case '\r': builder.Append("\\r"); return;
            case '\\': builder.Append("\\\\"); return;
            case '"' when relaxed: builder.Append("\\\""); return;
        }

        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            Unicode(builder, c);
            Unicode(builder, text[++i]);
        }
        else if (char.IsSurrogate(c))
        {
            Unicode(builder, '\uFFFD');
        }
        else if (c < ' ' || c >= 0x7F || (!relaxed && "\"&'+<>`".IndexOf(c) >= 0))
        {
            Unicode(builder, c);
        }
        else
        {
            builder.Append(c);
        }
    }

    private static void Unicode(StringBuilder builder, char c) => builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
}
