namespace Covet.Internal;

/// <summary>What the generator tells the developer page of an endpoint; only debug builds carry it, as endpoint metadata.</summary>
/// <param name="generatedFile">The generated file that binds, calls and answers.</param>
/// <param name="parameters">How each parameter binds, a line each: <c>name: how</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointDescription(string generatedFile, params string[] parameters)
{
    /// <summary>The generated file.</summary>
    public string GeneratedFile { get; } = generatedFile;

    /// <summary>How each parameter binds.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;
}
