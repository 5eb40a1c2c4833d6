using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Json.Shapes;

/// <summary>Writes an amount as text with its currency: 12.50 EUR.</summary>
public sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("Money is text.");
        }

        var text = reader.GetString()!;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && decimal.TryParse(text.AsSpan(0, space), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, text[(space + 1)..])
            : throw new JsonException("Money is an amount and a currency.");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Amount.ToString(CultureInfo.InvariantCulture) + " " + value.Currency);
}

[JsonModel]
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

/// <summary>Names its one member as the options say, and finds it again as they say.</summary>
public sealed class NamingConverter : JsonConverter<Named>
{
    public override Named Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var members = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.EnumerateObject() : throw new JsonException("An object.");
        return new Named(members.Count(member => string.Equals(member.Name, Name(options), comparison)));
    }

    public override void Write(Utf8JsonWriter writer, Named value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Count != 0 || options.DefaultIgnoreCondition != JsonIgnoreCondition.WhenWritingDefault)
        {
            writer.WriteNumber(Name(options), value.Count);
        }

        writer.WriteString("key", options.DictionaryKeyPolicy?.ConvertName("SomeKey") ?? "SomeKey");
        writer.WriteNumber("numbers", (int)options.NumberHandling);
        writer.WriteEndObject();
    }

    private static string Name(JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName("TheCount") ?? "TheCount";
}

[JsonModel]
[JsonConverter(typeof(NamingConverter))]
public readonly record struct Named(int Count);

/// <summary>Takes a name from the options that it makes its converter with.</summary>
public sealed class TitleFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Titled);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        new TitleConverter(options.PropertyNamingPolicy?.ConvertName("TheTitle") ?? "TheTitle", options.DictionaryKeyPolicy?.ConvertName("TheKey") ?? "TheKey", (int)options.NumberHandling);
}

public sealed class TitleConverter(string name, string key, int handling) : JsonConverter<Titled>
{
    public override Titled Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind != JsonValueKind.Object ? throw new JsonException("An object.")
            : new Titled(document.RootElement.EnumerateObject().Count(member => member.NameEquals(name)));
    }

    public override void Write(Utf8JsonWriter writer, Titled value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(name, value.Count);
        writer.WriteNumber(key, handling);
        writer.WriteEndObject();
    }
}

[JsonModel]
[JsonConverter(typeof(TitleFactory))]
public readonly record struct Titled(int Count);

/// <summary>Writes a point as an array of two.</summary>
public sealed class PointArrayConverter : JsonConverter<Point>
{
    public override Point? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            throw new JsonException();
        }

        var x = reader.GetInt32();
        reader.Read();
        var y = reader.GetInt32();
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("Two numbers.");
        }

        return new Point(x, y);
    }

    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteEndArray();
    }
}

/// <summary>Writes seconds.</summary>
public sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromSeconds(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((int)value.TotalSeconds);
}

/// <summary>Handles null itself.</summary>
public sealed class NullAwareConverter : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? "(null)" : "<" + reader.GetString() + ">";

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is null ? "(none)" : value.Trim('<', '>'));
}

[JsonModel]
public sealed class ConvertedMembers
{
    public Money Price { get; set; }

    public Money? Discount { get; set; }

    [JsonConverter(typeof(PointArrayConverter))]
    public Point? Location { get; set; }

    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Length { get; set; }

    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? MaybeLength { get; set; }

    [JsonConverter(typeof(NullAwareConverter))]
    public string? Wrapped { get; set; }

    public List<Money>? Prices { get; set; }

    public Dictionary<string, Money>? ByName { get; set; }
}
