namespace Covet.Generators.Model;

/// <summary>A response that a signature declares.</summary>
/// <param name="ResultType">The result type (<c>Created&lt;Todo&gt;</c>), or null for a plain value.</param>
/// <param name="StatusCode">Its status, or 0 where only the run time knows.</param>
/// <param name="Body">The body's type, or null for none.</param>
/// <param name="ContentType">The body's content type, or null for none.</param>
internal sealed record ResponseSpec(TypeRef? ResultType, int StatusCode, TypeRef? Body, string? ContentType)
{
    /// <summary>The name of the result type without arguments: <c>Created</c>.</summary>
    public string? ResultName { get; init; }

    /// <summary>The form in which generated code writes it.</summary>
    public ResultForm Form { get; init; }
}
