namespace Covet.Generators.Model;

/// <summary>A method that answers requests; has one route a verb attribute.</summary>
/// <param name="Id">Unique in the compilation: the handler's Id, a dot and <see cref="ClassName"/>.</param>
/// <param name="HandlerType">The class that the method is called on.</param>
/// <param name="MethodName">The method's name, without an escape.</param>
/// <param name="Routes">Its routes.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Return">What it returns.</param>
internal sealed record EndpointSpec(
    string Id,
    TypeRef HandlerType,
    string MethodName,
    EquatableArray<RouteSpec> Routes,
    EquatableArray<ParameterSpec> Parameters,
    ReturnSpec Return)
{
    /// <summary>The method's name, made different among overloads: names the generated class.</summary>
    public string ClassName { get; init; } = MethodName;

    /// <summary>Whether the method is static, so that no handler is made.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether one handler serves all requests (<c>Lifetime = Singleton</c>).</summary>
    public bool IsSingleton { get; init; }

    /// <summary>What the handler's constructor needs.</summary>
    public EquatableArray<DependencySpec> Dependencies { get; init; }

    /// <summary>Whether the handler is disposed after the request: 0 no, 1 <c>IDisposable</c>, 2 <c>IAsyncDisposable</c>.</summary>
    public int Disposal { get; init; }

    /// <summary>Attributes of the method, its class and its assembly that become endpoint metadata, outermost first.</summary>
    public EquatableArray<AttributeSpec> Metadata { get; init; }

    /// <summary>What the XML documentation of the method says.</summary>
    public DocSpec? Doc { get; init; }

    /// <summary>The summary of the handler class, for the document's tags.</summary>
    public DocSpec? HandlerDoc { get; init; }

    /// <summary>The name of the handler class without namespace, for display and tags.</summary>
    public string HandlerName { get; init; } = "";

    /// <summary>The OpenAPI documents that it is in; none means the default one.</summary>
    public EquatableArray<string> Documents { get; init; }

    /// <summary>Whether the build is a debug one, whose endpoints tell the developer page how they bind.</summary>
    public bool IsDebug { get; init; }

    /// <summary>The status of a response that lists binding and validation errors.</summary>
    public int ValidationStatusCode { get; init; } = 400;

    /// <summary>Whether generated code checks who may call, in place of the policy engine; set where <see cref="Metadata"/> is left off.</summary>
    public bool HasInlineAuthorization { get; init; }

    /// <summary>The IDs of <c>[Experimental]</c> that what the file names brings.</summary>
    public EquatableArray<string> Experimental { get; init; }

    /// <summary>Whether a result may write itself, by JSON that System.Text.Json is asked for.</summary>
    public bool HasOwnResults { get; init; }

    /// <summary>The filters around the method, outermost first.</summary>
    public EquatableArray<FilterSpec> Filters { get; init; }

    /// <summary>The types of the method's parameters as filters see them, nullable annotations kept; empty where there are no filters.</summary>
    public EquatableArray<string> FilterArguments { get; init; }
}
