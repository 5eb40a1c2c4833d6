using Covet.Internal;

namespace Covet;

/// <summary>One route of the application.</summary>
public sealed class CovetRoute
{
    private readonly CovetRouteTable table;
    private readonly int module;
    private readonly int index;

    internal CovetRoute(CovetRouteTable table, int module, int index, EndpointDefinition definition)
    {
        this.table = table;
        this.module = module;
        this.index = index;
        Method = definition.Method;
        Template = "/" + definition.Template;
        Name = definition.Name;
        Handler = definition.DisplayName;
        Order = definition.Order;
        Version = definition.Version;
    }

    /// <summary>The HTTP method (RFC 9110, section 9), upper case; <c>*</c> answers every method.</summary>
    public string Method { get; }

    /// <summary>The route template with a leading slash: <c>/todos/{id:guid}</c>.</summary>
    public string Template { get; }

    /// <summary>The endpoint's name for link generation, or null.</summary>
    public string? Name { get; }

    /// <summary>What answers it: <c>TodoHandler.Find</c>.</summary>
    public string Handler { get; }

    /// <summary>Routes of a lower order win before precedence is compared; 0 by default.</summary>
    public int Order { get; }

    /// <summary>The version of the API that it is of (<c>[ApiVersion]</c>), or null.</summary>
    public string? Version { get; }

    /// <summary>The endpoint that requests get, with its metadata; made when it is first used.</summary>
    public Endpoint Endpoint => table.GetEndpoint(module, index);

    /// <summary>Method and template: <c>GET /todos/{id:guid}</c>.</summary>
    public override string ToString() => Method + " " + Template;
}
