using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>One operation object.</summary>
internal static class OperationBuilder
{
    public static ApiObject Create(EndpointSpec endpoint, RouteSpec route, PathTemplate path, IReadOnlyList<string> tags, SchemaBuilder schemas)
    {
        var doc = endpoint.Doc;
        var (summary, description) = Texts(endpoint);
        var parameters = ParameterBuilder.Create(endpoint, path);
        var security = SecurityNeed.Of(endpoint.Metadata);
        return new ApiObject
        {
            { "tags", new ApiArray(tags.Select(t => (ApiNode)ApiValue.String(t))) },
            { "summary", summary },
            { "description", description },
            { "externalDocs", doc?.ExternalDocs is { } external ? DocNodes.Link(external) : null },
            { "parameters", parameters.Count == 0 ? null : parameters },
            { "requestBody", RequestBodyBuilder.Create(endpoint, schemas) },
            { "responses", LifecycleHeaders.Add(new ResponseBuilder(endpoint, schemas).Create(security), route.Lifecycle) },
            { "deprecated", endpoint.Metadata.Has("System.ObsoleteAttribute") || route.Lifecycle?.Deprecation is not null ? ApiValue.Bool(true) : null },
        };
    }

    private static (string Summary, string? Description) Texts(EndpointSpec endpoint)
    {
        var doc = endpoint.Doc;
        var summary = endpoint.Metadata.Find("Microsoft.AspNetCore.Http.EndpointSummaryAttribute")?.Text(0);
        var description = endpoint.Metadata.Find("Microsoft.AspNetCore.Http.EndpointDescriptionAttribute")?.Text(0)
            ?? endpoint.Metadata.Find("System.ComponentModel.DescriptionAttribute")?.Text(0);
        var paragraphs = (doc?.Summary ?? "").Split(["\n\n"], StringSplitOptions.RemoveEmptyEntries);
        summary ??= paragraphs.Length == 0 ? OperationNames.Sentence(OperationNames.Method(endpoint)) : paragraphs[0].Replace('\n', ' ');
        if (description is null)
        {
            var rest = string.Join("\n\n", paragraphs.Skip(1).Concat([doc?.Remarks ?? ""]).Where(t => t.Length != 0));
            description = rest.Length == 0 ? null : rest;
        }

        if (endpoint.Metadata.Find("System.ObsoleteAttribute")?.Text(0) is { Length: > 0 } obsolete)
        {
            description = description is null ? "Deprecated: " + obsolete : description + "\n\nDeprecated: " + obsolete;
        }

        return (summary, description);
    }
}
