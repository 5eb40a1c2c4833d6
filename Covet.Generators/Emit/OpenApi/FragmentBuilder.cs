using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// What a handler adds to the documents: <c>operations</c> (where, under which ids, and the operation object),
/// <c>tags</c>, and <c>types</c> by the full C# name, as which operations refer to them. Names, and what only the whole
/// knows, are for <see cref="DocumentComposer"/>. Libraries carry the same form in an attribute.
/// </summary>
internal static class FragmentBuilder
{
    public static OpenApiFragmentSpec Create(HandlerSpec handler)
    {
        var schemas = new SchemaBuilder(handler.Types);
        var operations = new ApiArray();
        var tags = new ApiObject();
        foreach (var endpoint in handler.Endpoints)
        {
            if (!IsExcluded(endpoint.Metadata))
            {
                AddOperations(endpoint, operations, tags, schemas);
            }
        }

        var types = new ApiObject();
        foreach (var component in schemas.Components)
        {
            types[component.Key] = component.Value;
        }

        return new OpenApiFragmentSpec(new ApiObject { { "operations", operations }, { "tags", tags }, { "types", types } }.ToString());
    }

    private static void AddOperations(EndpointSpec endpoint, ApiArray operations, ApiObject tags, SchemaBuilder schemas)
    {
        var group = OperationNames.Group(endpoint);
        var names = endpoint.Metadata.Find("Microsoft.AspNetCore.Http.TagsAttribute")?.Argument("tags")?.Elements.Select(e => e.Text ?? "").ToList();
        if (names is null or { Count: 0 })
        {
            names = [group];
        }

        foreach (var name in names)
        {
            tags[name] = tags[name] ?? (name == group && DocNodes.Text(endpoint.HandlerDoc) is { } text ? text : ApiValue.String(""));
        }

        foreach (var route in endpoint.Routes)
        {
            var isFirst = route == endpoint.Routes[0];
            foreach (var path in PathTemplate.Parse(route.Template))
            {
                operations.Add(new ApiObject
                {
                    { "documents", new ApiArray(Documents(endpoint, route).Select(d => (ApiNode)ApiValue.String(d))) },
                    { "version", route.ReadsVersion ? route.Version : null },
                    { "endpoint", endpoint.Id },
                    { "path", path.Path },
                    { "method", route.Method.ToLowerInvariant() },
                    { "id", ExplicitId(endpoint, route, isFirst) ?? OperationNames.Id(endpoint) },
                    { "distinction", OperationNames.Distinction(route.Method, path.Path) },
                    { "security", SecurityNeed.Of(endpoint.Metadata)?.ToNode() },
                    { "operation", OperationBuilder.Create(endpoint, route, path, names, schemas) },
                });
            }
        }
    }

    /// <summary>A version has a document of its own, unless attributes name one.</summary>
    private static EquatableArray<string> Documents(EndpointSpec endpoint, RouteSpec route) =>
        endpoint.Documents.Count != 0 || route.Version is not { Length: > 0 } version ? endpoint.Documents
        : new EquatableArray<string>([char.IsDigit(version[0]) ? "v" + version : version]);

    private static string? ExplicitId(EndpointSpec endpoint, RouteSpec route, bool isFirst) =>
        route.Name ?? (isFirst ? endpoint.Metadata.Find("Microsoft.AspNetCore.Routing.EndpointNameAttribute")?.Text(0) : null);

    private static bool IsExcluded(EquatableArray<AttributeSpec> metadata) =>
        metadata.Has("Microsoft.AspNetCore.Routing.ExcludeFromDescriptionAttribute")
        || metadata.Find("Microsoft.AspNetCore.Mvc.ApiExplorerSettingsAttribute")?.Text("IgnoreApi") == "true";
}
