using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace Covet.Internal;

/// <summary>Writes a user's <see cref="ProblemDetails"/> as System.Text.Json does, without its reflection.</summary>
internal static class ProblemDetailsWriter
{
    /// <summary>Writes the document.</summary>
    /// <exception cref="NotSupportedException">An extension has a type that is not a JSON value by itself.</exception>
    public static void Write(Utf8JsonWriter writer, ProblemDetails problem)
    {
        writer.WriteStartObject();
        WriteText(writer, "type"u8, problem.Type);
        WriteText(writer, "title"u8, problem.Title);
        if (problem.Status is { } status)
        {
            writer.WriteNumber("status"u8, status);
        }

        WriteText(writer, "detail"u8, problem.Detail);
        WriteText(writer, "instance"u8, problem.Instance);
        if (problem is HttpValidationProblemDetails validation)
        {
            WriteErrors(writer, validation.Errors);
        }

        foreach (var (name, value) in problem.Extensions)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteErrors(Utf8JsonWriter writer, IDictionary<string, string[]> errors)
    {
        writer.WriteStartObject("errors"u8);
        foreach (var (key, messages) in errors)
        {
            writer.WriteStartArray(key);
            foreach (var message in messages)
            {
                writer.WriteStringValue(message);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case uint number: writer.WriteNumberValue(number); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case short number: writer.WriteNumberValue(number); break;
            case ushort number: writer.WriteNumberValue((uint)number); break;
            case byte number: writer.WriteNumberValue((uint)number); break;
            case sbyte number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case char letter: writer.WriteStringValue(letter.ToString()); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case DateTime time: writer.WriteStringValue(time); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: WriteTime(writer, time.ToTimeSpan()); break;
            case TimeSpan span: WriteTime(writer, span); break;
            case Uri uri: writer.WriteStringValue(uri.OriginalString); break;
            case Enum member: writer.WriteRawValue(member.ToString("D")); break;
            case JsonElement element: element.WriteTo(writer); break;
            case JsonDocument document: document.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case IDictionary<string, object?> map: WriteMap(writer, name, map); break;
            case IDictionary<string, string[]> map: WriteMap(writer, name, map); break;
            case IDictionary<string, string> map: WriteMap(writer, name, map); break;
            case IEnumerable items and not IDictionary: WriteItems(writer, name, items); break;
            default:
                throw new NotSupportedException(
                    $"The extension '{name}' of a ProblemDetails is a {value.GetType()}; it can hold JSON values (text, numbers, booleans, dates, arrays and string-keyed dictionaries of these) and JsonElement or JsonNode.");
        }
    }

    private static void WriteMap<TValue>(Utf8JsonWriter writer, string name, IDictionary<string, TValue> map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            WriteValue(writer, name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, string name, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(writer, name, item);
        }

        writer.WriteEndArray();
    }

    // System.Text.Json writes times in the constant format without the zeros of an empty fraction.
    private static void WriteTime(Utf8JsonWriter writer, TimeSpan span) =>
        writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
}
