using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The parameter by which requests say the version of the API; the application decides what it is, for libraries too.</summary>
internal static class VersionParameter
{
    public static void Add(ApiObject operation, string? version, VersioningSpec versioning)
    {
        if (version is null)
        {
            return;
        }

        var parameters = operation.Array("parameters") ?? [];
        var isDefault = version.Equals(versioning.Default, StringComparison.OrdinalIgnoreCase);
        var required = !isDefault && (versioning.Header is null || versioning.Query is null);
        AddTo(parameters, versioning.Header, "header", version, required, isDefault);
        AddTo(parameters, versioning.Query, "query", version, required, isDefault);
        operation["parameters"] = parameters;
    }

    private static void AddTo(ApiArray parameters, string? name, string location, string version, bool required, bool isDefault)
    {
        if (name is not null)
        {
            parameters.Add(new ApiObject
            {
                { "name", name },
                { "in", location },
                { "description", "The version of the API." },
                { "required", required ? ApiValue.Bool(true) : null },
                {
                    "schema", new ApiObject
                    {
                        { "type", "string" },
                        { "enum", new ApiArray { ApiValue.String(version) } },
                        { "default", isDefault ? ApiValue.String(version) : null },
                    }
                },
            });
        }
    }
}
