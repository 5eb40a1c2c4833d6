namespace Covet.Generators.Parsing.Validation;

/// <summary>A limit of a range.</summary>
/// <param name="Expression">The limit as C#.</param>
/// <param name="Value">The limit as a value that compares with its like.</param>
internal sealed record RangeLimit(string Expression, IComparable Value);
