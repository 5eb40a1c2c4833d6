using System.Runtime.CompilerServices;
using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Puts fragments together: decides what only the whole can, such as names, and sorts, so that the order in which
/// fragments come changes nothing.</summary>
internal sealed class DocumentComposer
{
    // A handler's fragment is the same text until the handler changes. Nothing changes a tree that is here.
    private static readonly ConditionalWeakTable<string, Lazy<ApiObject?>> Parsed = new();

    private readonly OpenApiOptionsSpec options;
    private readonly Func<string, DocSpec?> externalDoc;
    private readonly TypeCatalog types = new();
    private readonly List<ApiObject> operations = [];
    private readonly SortedDictionary<string, string> tags = new(StringComparer.Ordinal);
    private Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <param name="options">The application.</param>
    /// <param name="fragments">The fragments of handlers, then of libraries.</param>
    /// <param name="externalDoc">The documentation of a symbol of another assembly, by ID.</param>
    public DocumentComposer(OpenApiOptionsSpec options, IEnumerable<OpenApiFragmentSpec> fragments, Func<string, DocSpec?>? externalDoc = null)
    {
        this.options = options;
        this.externalDoc = externalDoc ?? (_ => null);
        var number = 1;
        foreach (var text in fragments.Select(f => f.Json).Distinct().OrderBy(j => j, StringComparer.Ordinal))
        {
            if (Parsed.GetValue(text, static key => new(() => ApiJsonParser.Parse(key) as ApiObject)).Value is { } parsed)
            {
                var fragment = types.Add(parsed, ++number);
                operations.AddRange((fragment.Array("operations") ?? []).OfType<ApiObject>());
                foreach (var tag in fragment.Object("tags") ?? [])
                {
                    var description = ((ApiValue)tag.Value).Text;
                    tags[tag.Key] = tags.TryGetValue(tag.Key, out var known) && known.Length != 0 ? known : description;
                }
            }
        }
    }

    public static IReadOnlyList<ComposedDocument> Compose(OpenApiSpec spec)
    {
        var docs = spec.ExternalDocs.ToDictionary(d => d.Id, d => d.Doc, StringComparer.Ordinal);
        return new DocumentComposer(spec.Options, spec.Fragments.Concat(spec.Libraries), id => docs.TryGetValue(id, out var doc) ? doc : null).Compose();
    }

    /// <summary>The documents, by name; where there is none, an empty default one.</summary>
    public IReadOnlyList<ComposedDocument> Compose()
    {
        var names = new SortedSet<string>(options.Documents.Select(d => d.Name), StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var own = Texts(operation.Array("documents"));
            names.UnionWith(own.Count == 0 ? [options.DefaultDocument] : own);
        }

        if (names.Count == 0)
        {
            names.Add(options.DefaultDocument);
        }

        return [.. names.Select(Compose)];
    }

    private ComposedDocument Compose(string name)
    {
        var members = operations
            .Where(o => Texts(o.Array("documents")) is var documents && (documents.Count == 0 ? name == options.DefaultDocument : documents.Contains(name)))
            .OrderBy(o => o.Text("path"), StringComparer.Ordinal)
            .ThenBy(o => PathItems.MethodOrder(o.Text("method")!))
            .ThenBy(o => o.Text("method"), StringComparer.Ordinal)
            .ThenBy(o => o.Text("endpoint"), StringComparer.Ordinal)
            .ToList();
        var items = new PathItems();
        var ids = new OperationIds(members);
        var security = new SecuritySchemes(options);
        foreach (var member in members)
        {
            var operation = new ApiObject();
            foreach (var part in (ApiObject)member["operation"]!.Clone())
            {
                // The id stands where readers look for it, before what it does.
                if (part.Key is "parameters" or "requestBody" or "responses" && !operation.Has("operationId"))
                {
                    operation["operationId"] = ids.Of(member);
                }

                operation[part.Key] = part.Value;
            }

            VersionParameter.Add(operation, member.Text("version"), options.Versioning);
            operation["security"] = security.Of(member.Object("security"));
            items.Add(member.Text("path")!, member.Text("method")!, operation, member.Text("endpoint")!);
        }

        var root = new ApiObject
        {
            { "openapi", options.IsVersion30 ? "3.0.3" : "3.1.1" },
            { "info", DocumentInfo.Create(options, name) },
            { "externalDocs", options.ExternalDocsUrl is { } url ? new ApiObject { { "url", url } } : null },
            { "servers", Servers() },
            { "security", new ApiArray() },
            { "tags", Tags(members) },
            { "paths", items.ToNode() },
        };
        var components = new ApiObject { { "schemas", Schemas(members) }, { "securitySchemes", security.ToNode() } };
        if (components.Count != 0)
        {
            root["components"] = components;
        }

        Finish(root);
        return new ComposedDocument(name, options.IsVersion30 ? OpenApi30.Rewrite(root) : root, items.Endpoints);
    }

    private ApiArray Servers() => new((options.Servers.Count == 0 ? ["/"] : (IEnumerable<string>)options.Servers)
        .Select(s => (ApiNode)new ApiObject { { "url", s } }));

    private ApiArray? Tags(IEnumerable<ApiObject> members)
    {
        var used = new SortedSet<string>(members.SelectMany(m => Texts(m.Object("operation")!.Array("tags"))), StringComparer.Ordinal);
        return used.Count == 0 ? null : new ApiArray(used.Select(tag => (ApiNode)new ApiObject
        {
            { "name", tag },
            { "description", tags.TryGetValue(tag, out var text) && text.Length != 0 ? text : "Operations of " + tag + "." },
        }));
    }

    private ApiObject? Schemas(IReadOnlyList<ApiObject> members)
    {
        var input = new HashSet<string>(StringComparer.Ordinal);
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in members.Select(m => m.Object("operation")!))
        {
            Reach(operation["parameters"], input);
            Reach(operation["requestBody"], input);
            Reach(operation["responses"], all);
        }

        all.UnionWith(input);
        if (all.Count == 0)
        {
            return null;
        }

        names = SchemaNames.Assign(all);
        var result = new ApiObject();
        foreach (var name in names.OrderBy(n => n.Value, StringComparer.Ordinal))
        {
            var schema = (ApiObject)types[name.Key].Object("schema")!.Clone();
            if (!input.Contains(name.Key) && types[name.Key].Array("output") is { } output)
            {
                // Nobody sends it, so what is always written can be relied on.
                schema["required"] = output.Clone();
            }

            result[name.Value] = schema;
        }

        return result;
    }

    private void Reach(ApiNode? node, HashSet<string> reached)
    {
        var keys = new List<string>();
        TypeReferences.Collect(node, keys);
        foreach (var key in keys)
        {
            if (types.Has(key) && reached.Add(key))
            {
                Reach(types[key]["schema"], reached);
            }
        }
    }

    /// <summary>Names the references, and fetches the texts that other assemblies' XML files have.</summary>
    private void Finish(ApiObject root)
    {
        TypeReferences.Rewrite(root, key => "#/components/schemas/" + (names.TryGetValue(key, out var name) ? name : key));
        ExternalDocs.Resolve(root, externalDoc);
    }

    private static List<string> Texts(ApiArray? array) => (array ?? []).OfType<ApiValue>().Select(v => v.Text).ToList();
}
