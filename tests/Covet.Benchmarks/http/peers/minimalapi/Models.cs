using System.Text.Json.Serialization;

namespace MinimalApiPeer;

internal sealed record Message(string Text);

internal sealed record User(int Id, string Name);

internal sealed record Me(string Name);

internal sealed record Product(int Id, string Name, string Description, double Price, bool InStock, DateTime CreatedAt, string[] Tags);

internal sealed record Order(string Customer, string Email, string? Note, List<OrderLine> Lines);

internal sealed record OrderLine(string Sku, int Count, int Cents);

internal sealed record Receipt(string Customer, int Count, long Total);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(Product[]))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class PeerJson : JsonSerializerContext;
