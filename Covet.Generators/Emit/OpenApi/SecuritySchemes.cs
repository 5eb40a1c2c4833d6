using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The security schemes that operations use, as the assembly describes them or by their well-known names.</summary>
internal sealed class SecuritySchemes(OpenApiOptionsSpec options)
{
    private readonly SortedDictionary<string, ApiObject> used = new(StringComparer.Ordinal);

    /// <summary>The requirement of an operation; null where it has none.</summary>
    public ApiArray? Of(ApiObject? need)
    {
        if (need is null)
        {
            return null;
        }

        var schemes = Texts(need.Array("schemes"));
        if (schemes.Count == 0)
        {
            schemes = [options.SecuritySchemes.Count == 0 ? "Bearer" : options.SecuritySchemes[0].Text("name") ?? "Bearer"];
        }

        var result = new ApiArray();
        foreach (var scheme in schemes)
        {
            var name = OperationNames.Safe(scheme);
            used[name] = Describe(scheme);

            // OpenAPI 3.1 lets roles stand where OAuth 2 has its scopes.
            result.Add(new ApiObject { { name, options.IsVersion30 ? new ApiArray() : (ApiArray)need.Array("roles")!.Clone() } });
        }

        return result;
    }

    public ApiObject? ToNode()
    {
        var node = new ApiObject();
        foreach (var scheme in used)
        {
            node[scheme.Key] = scheme.Value;
        }

        return node.Count == 0 ? null : node;
    }

    private ApiObject Describe(string scheme)
    {
        var attribute = options.SecuritySchemes.FirstOrDefault(s => s.Text("name") == scheme);
        if (attribute is not null)
        {
            return new ApiObject
            {
                { "type", attribute.Text("type") },
                { "description", attribute.Text("Description") },
                { "scheme", attribute.Text("Scheme") },
                { "bearerFormat", attribute.Text("BearerFormat") },
                { "in", attribute.Text("In") },
                { "name", attribute.Text("ParameterName") },
                { "openIdConnectUrl", attribute.Text("OpenIdConnectUrl") },
            };
        }

        return scheme switch
        {
            "Cookies" => ApiKey("cookie", ".AspNetCore.Cookies"),
            "Identity.Application" => ApiKey("cookie", ".AspNetCore.Identity.Application"),
            "Basic" => Http("basic"),
            "Negotiate" => Http("negotiate"),
            _ => Http("bearer"),
        };
    }

    private static ApiObject ApiKey(string location, string name) => new() { { "type", "apiKey" }, { "in", location }, { "name", name } };

    private static ApiObject Http(string scheme) => new() { { "type", "http" }, { "scheme", scheme } };

    private static List<string> Texts(ApiArray? array) => (array ?? []).OfType<ApiValue>().Select(v => v.Text).ToList();
}
