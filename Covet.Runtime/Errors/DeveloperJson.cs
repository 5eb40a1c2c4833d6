using System.Text.Json;

namespace Covet.Internal;

/// <summary>The developer page for API clients: a problem document with members of its own.</summary>
internal static class DeveloperJson
{
    public static void Write(Utf8JsonWriter writer, HttpContext context, DeveloperReport report)
    {
        writer.WriteStartObject();
        ProblemWriter.WriteStart(writer, StatusCodes.Status500InternalServerError, null, report.Exceptions[0].Message);
        writer.WriteStartArray("exception");
        foreach (var exception in report.Exceptions)
        {
            WriteException(writer, exception);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("request");
        writer.WriteString("method", report.Method);
        writer.WriteString("target", report.Target);
        foreach (var section in report.Sections)
        {
            writer.WriteStartArray(section.Name);
            foreach (var (name, value) in section.Rows)
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteString("value", value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        ProblemWriter.WriteTraceId(writer, context);
        writer.WriteEndObject();
    }

    private static void WriteException(Utf8JsonWriter writer, ReportedException exception)
    {
        writer.WriteStartObject();
        writer.WriteString("type", exception.Type);
        writer.WriteString("message", exception.Message);
        writer.WriteStartArray("stack");
        foreach (var line in exception.Stack)
        {
            writer.WriteStartObject();
            writer.WriteString("method", line.Method);
            if (line.File is not null)
            {
                writer.WriteString("file", line.File);
                writer.WriteNumber("line", line.Line);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
