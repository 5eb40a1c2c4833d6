using System.Text.RegularExpressions;
using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// The paths of a document. OpenAPI knows a path by its shape: <c>/todos/{id}</c> and <c>/todos/{key}</c> are one, so
/// the names of the first count, and operations that only constraints tell apart become one operation.
/// </summary>
internal sealed class PathItems
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private static readonly Regex Parameter = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> shapes = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, ApiObject> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> endpoints = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Endpoints => endpoints;

    public static int MethodOrder(string method) => Array.IndexOf(Methods, method) is var index && index < 0 ? Methods.Length : index;

    public void Add(string path, string method, ApiObject operation, string endpoint)
    {
        var shape = Parameter.Replace(path, "{}");
        if (!shapes.TryGetValue(shape, out var known))
        {
            shapes[shape] = known = path;
            items[path] = [];
        }

        if (known != path)
        {
            Rename(operation, path, known);
        }

        var item = items[known];
        if (MethodOrder(method) == Methods.Length)
        {
            // OpenAPI 3.1 has no place for other methods.
            item.GetOrAdd("x-additional-operations")[method.ToUpperInvariant()] = operation;
        }
        else
        {
            item[method] = item.Object(method) is { } existing ? Merge(existing, operation) : operation;
        }

        var key = method + " " + known;
        if (!endpoints.ContainsKey(key))
        {
            endpoints[key] = endpoint;
        }
    }

    public ApiObject ToNode()
    {
        var node = new ApiObject();
        foreach (var item in items)
        {
            node[item.Key] = item.Value;
        }

        return node;
    }

    private static void Rename(ApiObject operation, string path, string known)
    {
        var from = Parameter.Matches(path).Cast<Match>().Select(m => m.Groups[1].Value).ToList();
        var to = Parameter.Matches(known).Cast<Match>().Select(m => m.Groups[1].Value).ToList();
        foreach (var parameter in PathParameters(operation))
        {
            var index = from.IndexOf(parameter.Text("name")!);
            if (index >= 0 && index < to.Count)
            {
                parameter["name"] = to[index];
            }
        }
    }

    private static ApiObject Merge(ApiObject first, ApiObject second)
    {
        var parameters = first.Array("parameters") ?? [];
        foreach (var parameter in (second.Array("parameters") ?? []).OfType<ApiObject>())
        {
            var existing = parameters.OfType<ApiObject>().FirstOrDefault(p => p.Text("name") == parameter.Text("name") && p.Text("in") == parameter.Text("in"));
            if (existing is null)
            {
                // The other operation does without it.
                parameter.Remove("required");
                parameters.Add(parameter);
            }
            else
            {
                existing["schema"] = MediaTypes.Either(existing.Object("schema"), parameter.Object("schema"));
            }
        }

        var responses = first.GetOrAdd("responses");
        foreach (var response in second.Object("responses") ?? [])
        {
            if (responses.Object(response.Key) is not { } existing)
            {
                responses[response.Key] = response.Value;
            }
            else if (((ApiObject)response.Value).Object("content") is { } content)
            {
                existing["content"] = existing.Object("content") is { } own ? MediaTypes.Union(own, content) : content;
            }
        }

        first["parameters"] = parameters.Count == 0 ? null : parameters;
        return first;
    }

    private static IEnumerable<ApiObject> PathParameters(ApiObject operation) =>
        (operation.Array("parameters") ?? []).OfType<ApiObject>().Where(p => p.Text("in") == "path");
}
