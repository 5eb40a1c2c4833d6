using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The headers of a deprecated operation's successful responses.</summary>
internal static class LifecycleHeaders
{
    public static ApiObject Add(ApiObject responses, LifecycleSpec? lifecycle)
    {
        if (lifecycle is null)
        {
            return responses;
        }

        foreach (var response in responses.Where(r => r.Key.StartsWith("2", StringComparison.Ordinal)).Select(r => r.Value).OfType<ApiObject>().ToList())
        {
            var headers = response.GetOrAdd("headers");
            headers["Deprecation"] = Header("Since when the operation is deprecated (RFC 9745).", lifecycle.Deprecation);
            headers["Sunset"] = Header("When the operation goes away (RFC 8594).", lifecycle.Sunset);
            headers["Link"] = Header("More about it (RFC 8288).", lifecycle.Link);
        }

        return responses;
    }

    private static ApiObject? Header(string description, string? value) => value is null ? null : new ApiObject
    {
        { "description", description },
        { "schema", new ApiObject { { "type", "string" } } },
        { "example", value },
    };
}
