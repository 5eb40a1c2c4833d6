using System.Diagnostics;
using System.Text.Json;

namespace Covet.Internal;

/// <summary>Writes Covet's own problem documents; docs/errors.md shows their shape.</summary>
internal static class ProblemWriter
{
    private static readonly JsonEncodedText TypeName = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText TitleName = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText StatusName = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText DetailName = JsonEncodedText.Encode("detail");
    private static readonly JsonEncodedText ErrorsName = JsonEncodedText.Encode("errors");
    private static readonly JsonEncodedText CodesName = JsonEncodedText.Encode("codes");
    private static readonly JsonEncodedText TraceIdName = JsonEncodedText.Encode("traceId");

    /// <summary>Writes a whole document.</summary>
    public static void Write(Utf8JsonWriter writer, HttpContext context, int statusCode, string? title, string? detail, IReadOnlyList<RequestError>? errors)
    {
        writer.WriteStartObject();
        WriteStart(writer, statusCode, title, detail);
        if (errors is not null)
        {
            WriteErrors(writer, errors);
        }

        WriteTraceId(writer, context);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members that RFC 9457 names.</summary>
    public static void WriteStart(Utf8JsonWriter writer, int statusCode, string? title, string? detail)
    {
        if (ProblemTypes.Type(statusCode) is { } type)
        {
            writer.WriteString(TypeName, type);
        }

        if ((title ?? ProblemTypes.Title(statusCode)) is { } text)
        {
            writer.WriteString(TitleName, text);
        }

        writer.WriteNumber(StatusName, statusCode);
        if (detail is not null)
        {
            writer.WriteString(DetailName, detail);
        }
    }

    /// <summary>Writes what ties the answer to the server's log.</summary>
    public static void WriteTraceId(Utf8JsonWriter writer, HttpContext context) =>
        writer.WriteString(TraceIdName, TraceId(context));

    /// <summary>The id of the trace, or of the request where nothing traces.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<RequestError> errors)
    {
        // Keys in the order in which they were first found; next[i] is the following error of the same key.
        var count = errors.Count;
        var firsts = new List<int>(count);
        var next = new int[count];
        var last = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            next[i] = -1;
            if (last.TryGetValue(errors[i].Key, out var previous))
            {
                next[previous] = i;
            }
            else
            {
                firsts.Add(i);
            }

            last[errors[i].Key] = i;
        }

        writer.WriteStartObject(ErrorsName);
        foreach (var first in firsts)
        {
            writer.WriteStartArray(errors[first].Key);
            for (var i = first; i >= 0; i = next[i])
            {
                writer.WriteStringValue(errors[i].Message);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartObject(CodesName);
        foreach (var first in firsts)
        {
            writer.WriteStartArray(errors[first].Key);
            for (var i = first; i >= 0; i = next[i])
            {
                writer.WriteStringValue(errors[i].Code);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
