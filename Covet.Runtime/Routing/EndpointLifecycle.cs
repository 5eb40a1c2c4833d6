namespace Covet.Internal;

/// <summary>What the responses of a deprecated endpoint say: values of headers that the build made of the attributes.</summary>
/// <param name="deprecation">The value of <c>Deprecation</c> (RFC 9745), or null.</param>
/// <param name="sunset">The value of <c>Sunset</c> (RFC 8594), or null.</param>
/// <param name="link">The value of <c>Link</c> (RFC 8288), or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointLifecycle(string? deprecation, string? sunset, string? link)
{
    /// <summary>The value of <c>Deprecation</c>.</summary>
    public string? Deprecation { get; } = deprecation;

    /// <summary>The value of <c>Sunset</c>.</summary>
    public string? Sunset { get; } = sunset;

    /// <summary>The value of <c>Link</c>.</summary>
    public string? Link { get; } = link;
}
