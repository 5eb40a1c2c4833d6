using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Problem documents (RFC 9457) as the runtime writes them.</summary>
internal static class ProblemSchemas
{
    public static ApiObject Plain => Schema("A problem document (RFC 9457): what went wrong with the request.", Members());

    public static ApiObject Validation
    {
        get
        {
            var members = Members();
            members.Add("errors", Map("Messages by JSON path or parameter name."));
            members.Add("codes", Map("Machine-readable codes by JSON path or parameter name."));
            return Schema("A problem document (RFC 9457) that lists every error of the request.", members);
        }
    }

    private static ApiObject Schema(string description, ApiObject members) => new()
    {
        { "description", description },
        { "type", "object" },
        { "properties", members },
        { "additionalProperties", new ApiObject() },
    };

    private static ApiObject Members() => new()
    {
        { "type", Text("The kind of problem, as a URI reference.", "uri-reference") },
        { "title", Text("The kind of problem in words.", null) },
        { "status", new ApiObject { { "description", "The HTTP status code." }, { "type", new ApiArray { "integer", "null" } }, { "format", "int32" } } },
        { "detail", Text("This occurrence of the problem in words.", null) },
        { "instance", Text("This occurrence of the problem, as a URI reference.", "uri-reference") },
        { "traceId", Text("What ties the answer to the server's log.", null) },
    };

    private static ApiObject Text(string description, string? format) =>
        new() { { "description", description }, { "type", new ApiArray { "string", "null" } }, { "format", format } };

    private static ApiObject Map(string description) => new()
    {
        { "description", description },
        { "type", "object" },
        { "additionalProperties", SchemaNode.Array(new ApiObject { { "type", "string" } }) },
    };
}
