using Microsoft.Extensions.Validation;

namespace Covet.Benchmarks.Validation;

/// <summary>A body with a hundred rules: ten lines of ten.</summary>
[ValidatableType]
public sealed class HundredRules
{
    public List<TenRules> Lines { get; set; } = [];

    public static HundredRules Of(Func<TenRules> line) => new() { Lines = [.. Enumerable.Range(0, 10).Select(_ => line())] };
}
