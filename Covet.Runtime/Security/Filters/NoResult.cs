namespace Covet;

/// <summary>The result of a method that returns nothing, for filters.</summary>
public readonly record struct NoResult;
