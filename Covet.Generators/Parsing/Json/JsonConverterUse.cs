namespace Covet.Generators.Parsing.Json;

/// <summary>What a converter attribute asks for.</summary>
/// <param name="Expression">The expression that makes the converter; null for a string enum converter.</param>
/// <param name="IsStringEnum">Whether an enum is written as its name.</param>
/// <param name="ConvertsUnderlying">Whether the converter is for the type below <c>Nullable&lt;T&gt;</c>.</param>
internal sealed record JsonConverterUse(string? Expression, bool IsStringEnum, bool ConvertsUnderlying);
