namespace HttpApp.Validation;

public sealed record Item([StringLength(8, MinimumLength = 3)] string Sku, [Range(1, 99)] int Pieces, Dictionary<string, Price>? Prices = null);
