using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Json.Library;

public enum Status
{
    Open,
    Paid = 5,
    Sent = -1,
}

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    Shop,

    [JsonStringEnumMemberName("by-mail")]
    Mail,
}

public sealed record Customer(string Name, int? Age, Status Status, Channel? Channel = Library.Channel.Mail);

public readonly record struct Money(decimal Amount, string? Currency);

// The simple name of one of the shapes.
public struct Point
{
    public double Latitude { get; set; }

    public double Longitude;
}

public sealed class Order
{
    public required string Id { get; init; }

    public List<OrderLine> Lines { get; set; } = [];

    public Dictionary<Status, Customer> Contacts { get; set; } = [];

    public ImmutableArray<Money> Parts { get; set; } = [];

    [JsonPropertyName("qu\"oted"), JsonPropertyOrder(-1)]
    public string? Quoted { get; set; }

    [JsonInclude]
    public int Revision { get; init; }

    [JsonInclude]
    public string? Field;

    [JsonIgnore]
    public string Ignored { get; set; } = "ignored";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Point Place { get; set; }

    internal string Internal { get; set; } = "internal";
}

public sealed class OrderLine
{
    public OrderLine(string article, int count)
    {
        Article = article;
        Count = count;
    }

    public string Article { get; }

    public int Count { get; }

    public Money? Price { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}
