namespace Covet.Routing;

/// <summary>Says that the path of a request has endpoints, only not for its method.</summary>
internal sealed class AllowedMethodsFeature(string allow)
{
    /// <summary>The value of <c>Allow</c>.</summary>
    public string Allow { get; } = allow;
}
