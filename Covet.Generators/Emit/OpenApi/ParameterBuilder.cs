using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The parameters of an operation: path, query, header and cookie.</summary>
internal static class ParameterBuilder
{
    // Described by content types and security schemes; OpenAPI says that such parameters shall be ignored.
    private static readonly HashSet<string> IgnoredHeaders = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    public static ApiArray Create(EndpointSpec endpoint, PathTemplate path)
    {
        var parameters = Flatten(endpoint.Parameters).ToList();
        var result = new ApiArray();
        foreach (var place in path.Parameters)
        {
            result.Add(Path(place, parameters.FirstOrDefault(p => p.Source == BindingSource.Route && p.WireName.Equals(place.Name, StringComparison.OrdinalIgnoreCase)), endpoint.Doc));
        }

        foreach (var parameter in parameters)
        {
            var location = parameter.Source switch
            {
                BindingSource.Query => "query",
                BindingSource.Header when !IgnoredHeaders.Contains(parameter.WireName) => "header",
                BindingSource.Cookie => "cookie",
                _ => null,
            };
            if (location is not null)
            {
                result.Add(Parameter(parameter, location, endpoint.Doc));
            }
        }

        return result;
    }

    /// <summary>The parameters with those of <c>[AsParameters]</c> types in their place.</summary>
    public static IEnumerable<ParameterSpec> Flatten(IEnumerable<ParameterSpec> parameters) =>
        parameters.SelectMany(p => p.Source == BindingSource.AsParameters ? Flatten(p.Members) : [p]);

    /// <summary>Whether a request without the value is refused.</summary>
    public static bool IsRequired(ParameterSpec parameter) =>
        !parameter.Nullable && parameter.DefaultExpression is null && parameter.Source != BindingSource.Services;

    private static ApiObject Path(PathParameter place, ParameterSpec? parameter, DocSpec? doc)
    {
        var schema = parameter is null ? RouteConstraintSchema.Create(place.Constraints) : ParameterSchemas.Create(parameter, doc);
        if (parameter is not null)
        {
            RouteConstraintSchema.Apply(schema, place.Constraints);
        }

        var description = parameter is null ? null : ParameterSchemas.Description(parameter, doc);
        return new ApiObject
        {
            { "name", place.Name },
            { "in", "path" },
            { "description", description ?? (place.IsCatchAll ? "The rest of the path, slashes included." : null) },
            { "required", true },
            { "schema", schema },
        };
    }

    private static ApiObject Parameter(ParameterSpec parameter, string location, DocSpec? doc)
    {
        var isArray = parameter.Element is not null;
        return new ApiObject
        {
            { "name", parameter.WireName },
            { "in", location },
            { "description", ParameterSchemas.Description(parameter, doc) },
            { "required", IsRequired(parameter) ? ApiValue.Bool(true) : null },
            { "deprecated", parameter.Attributes.Has("System.ObsoleteAttribute") ? ApiValue.Bool(true) : null },
            { "style", isArray ? location == "header" ? "simple" : "form" : null },
            { "explode", isArray ? ApiValue.Bool(location != "header") : null },
            { "schema", ParameterSchemas.Create(parameter, doc) },
        };
    }
}
