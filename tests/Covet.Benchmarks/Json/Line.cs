namespace Covet.Benchmarks.Json;

/// <summary>Part of <see cref="Medium"/>.</summary>
public sealed record Line(int Number, string Sku, string Title, int Quantity, decimal Price);
