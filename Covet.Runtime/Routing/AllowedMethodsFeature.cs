namespace Covet.Routing;

/// <summary>Says that the path of a request has endpoints, only not for its method.</summary>
internal sealed class AllowedMethodsFeature(string allow)
{
    /// <summary>The value of <c>Allow</c>.</summary>
    public string Allow { get; } = allow;

    /// <summary>How requests say their version, where routes ask for it.</summary>
    public Internal.ApiVersionReader? Versions { get; init; }

    /// <summary>The versions that have the path for the request's method.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];
}
