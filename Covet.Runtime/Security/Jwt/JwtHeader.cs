namespace Covet;

/// <summary>What a token's header says that validation needs.</summary>
internal sealed record JwtHeader(JwtAlgorithm Algorithm, string? KeyId, string? Type);
