namespace Covet.Benchmarks.Json;

/// <summary>Five members.</summary>
[JsonModel]
public sealed record Small(int Id, string Name, bool Done, DateOnly? Due, double Score);
