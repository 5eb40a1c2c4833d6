using Covet.Benchmarks.Json;

[assembly: Covet.JsonModel(typeof(List<Small>))]
