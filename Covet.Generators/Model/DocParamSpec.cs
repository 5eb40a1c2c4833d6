namespace Covet.Generators.Model;

/// <summary>A named text of an XML documentation comment.</summary>
internal sealed record DocParamSpec(string Name, string Text)
{
    /// <summary>The <c>example</c> attribute of the element, or null.</summary>
    public string? Example { get; init; }
}
