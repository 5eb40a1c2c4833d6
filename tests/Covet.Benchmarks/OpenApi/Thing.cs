using System.ComponentModel.DataAnnotations;

namespace Covet.Benchmarks.OpenApi;

public sealed record Thing([property: Range(1, 1000)] int Id, [property: Required, StringLength(50)] string Name, List<string>? Tags);
