namespace Covet;

/// <summary>Options of the whole application that the generator reads at build.</summary>
/// <example><code>[assembly: CovetOptions(ValidationStatusCode = 422)]</code></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CovetOptionsAttribute : Attribute
{
    /// <summary>The status of a response that lists binding and validation errors: 400 (the default) to 499.</summary>
    public int ValidationStatusCode { get; set; } = StatusCodes.Status400BadRequest;
}
