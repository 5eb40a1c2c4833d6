namespace Covet.Internal;

/// <summary>What generated code says of one endpoint: its route, its handler and its metadata.</summary>
/// <param name="method">The HTTP method, upper case.</param>
/// <param name="template">The route template, without a leading slash.</param>
/// <param name="displayName">The handler's name for people: <c>TodoHandler.Find</c>.</param>
/// <param name="handler">What answers a request.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointDefinition(string method, string template, string displayName, RequestDelegate handler)
{
    /// <summary>The HTTP method, upper case; <c>*</c> answers every method.</summary>
    public string Method { get; } = method;

    /// <summary>The route template, without a leading slash.</summary>
    public string Template { get; } = template;

    /// <summary>The handler's name for people.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary>What answers a request.</summary>
    public RequestDelegate Handler { get; } = handler;

    /// <summary>The endpoint's name, for link generation.</summary>
    public string? Name { get; init; }

    /// <summary>Routes of a lower order win before precedence is compared.</summary>
    public int Order { get; init; }

    /// <summary>The version of the API that the route is of, or null.</summary>
    public string? Version { get; init; }

    /// <summary>What responses say of its deprecation, or null.</summary>
    public EndpointLifecycle? Lifecycle { get; init; }

    /// <summary>Tells the developer page how the endpoint binds; debug builds alone have it.</summary>
    public Func<EndpointDescription>? Description { get; init; }

    /// <summary>Makes the endpoint's metadata, once, when the endpoint is first used; a static lambda.</summary>
    public Func<object[]>? Metadata { get; init; }
}
