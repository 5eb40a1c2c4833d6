namespace Covet.Generators.Model;

/// <summary>A constraint of a route parameter.</summary>
/// <param name="Text">As it is written: <c>range(1,5)</c>.</param>
/// <param name="Name">The name of ASP.NET Core's built-in constraint, lower case; empty where it is none of them.</param>
internal sealed record RouteConstraintSpec(string Text, string Name)
{
    /// <summary>The lower bound of <c>min</c>, <c>minlength</c>, <c>length</c> and <c>range</c>.</summary>
    public long? Minimum { get; init; }

    /// <summary>The upper bound of <c>max</c>, <c>maxlength</c>, <c>length</c> and <c>range</c>, itself allowed.</summary>
    public long? Maximum { get; init; }

    /// <summary>The regular expression of <c>regex</c>.</summary>
    public string? Pattern { get; init; }
}
