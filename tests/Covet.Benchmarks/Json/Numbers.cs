namespace Covet.Benchmarks.Json;

/// <summary>Numbers of the common kinds.</summary>
[JsonModel]
public sealed record Numbers(int[] Whole, long[] Long, double[] Real, float[] Single, decimal[] Money);
