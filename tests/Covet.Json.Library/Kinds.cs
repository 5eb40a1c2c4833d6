using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Json.Library;

public sealed class Envelope<T>
{
    public T? Value { get; set; }

    public IReadOnlyDictionary<string, T>? More { get; set; }

    public Envelope<T>? Next { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Created), "created")]
[JsonDerivedType(typeof(Deleted), 2)]
public abstract class Event
{
    public DateTimeOffset At { get; set; }
}

public sealed class Created : Event
{
    public Customer? By { get; set; }
}

public sealed class Deleted : Event
{
    public string? Reason { get; set; }
}

/// <summary>What a type of another assembly derives from.</summary>
public abstract class Entity
{
    public Guid Id { get; init; }

    [JsonInclude]
    public int Version { get; set; }

    public virtual string? Title { get; set; }

    protected string Hidden { get; set; } = "hidden";
}

public class MoneyList : List<Money>;

[JsonConverter(typeof(TemperatureConverter))]
public readonly record struct Temperature(int Tenths);

public sealed class TemperatureConverter : JsonConverter<Temperature>
{
    public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && int.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tenths)
            ? new Temperature(tenths)
            : throw new JsonException("No temperature.");

    public override void Write(Utf8JsonWriter writer, Temperature value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Tenths.ToString(CultureInfo.InvariantCulture));
}

public sealed class Weather
{
    public Temperature Now { get; set; }

    public Temperature? Tomorrow { get; set; }

    public List<Temperature>? Week { get; set; }
}
