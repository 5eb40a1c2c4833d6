namespace Covet.Generators.Model;

/// <summary>Where requests say which version of the API they want.</summary>
/// <param name="Query">The query parameter, or null.</param>
/// <param name="Header">The header, or null.</param>
/// <param name="Default">The version of requests that name none, or null.</param>
internal sealed record VersioningSpec(string? Query, string? Header, string? Default)
{
    /// <summary>What counts where the assembly says nothing.</summary>
    public static VersioningSpec Usual { get; } = new("api-version", null, null);

    /// <summary>Out of <c>[assembly: ApiVersioning]</c>.</summary>
    public static VersioningSpec Of(string? query, string? header, string? fallback) =>
        new(query is null && header is null ? Usual.Query : query, header, fallback);
}
