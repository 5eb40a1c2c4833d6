namespace Covet.Generators.Model;

/// <summary>One route of an endpoint.</summary>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Template">The whole template, prefix included, without a leading slash.</param>
internal sealed record RouteSpec(string Method, string Template)
{
    public string? Name { get; init; }

    public int Order { get; init; }

    /// <summary>The version of the API that it is of, or null.</summary>
    public string? Version { get; init; }

    /// <summary>Whether requests say the version, in their query or a header; otherwise the template has it.</summary>
    public bool ReadsVersion { get; init; }

    /// <summary>What responses say of its deprecation, or null.</summary>
    public LifecycleSpec? Lifecycle { get; init; }

    /// <summary>The method to the route table, where one that reads its version is a method of its own: <c>GET;v=2</c>.</summary>
    public string TableMethod => ReadsVersion ? Method + VersionSeparator + Version : Method;

    /// <summary>What stands between a method and its version; the runtime has the same.</summary>
    public const string VersionSeparator = ";v=";
}
