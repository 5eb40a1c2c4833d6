using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// Schemas of types, from the same specs as the JSON code, so that the document describes what that code writes and
/// reads. Objects and enums become components; the rest stands where it is used.
/// </summary>
internal sealed class SchemaBuilder
{
    /// <summary>The key of the problem document that lists a request's errors.</summary>
    public const string ValidationProblem = "global::Covet.ValidationProblem";

    /// <summary>The key of a problem document.</summary>
    public const string ProblemDetails = "global::Microsoft.AspNetCore.Mvc.ProblemDetails";

    /// <summary>The keyword with the texts of an enum's members.</summary>
    public const string EnumDescriptions = "x-enum-descriptions";

    private readonly Dictionary<string, TypeSpec> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeSpec> byName = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ApiObject> components = new(StringComparer.Ordinal);

    public SchemaBuilder(IEnumerable<TypeSpec> types)
    {
        foreach (var type in types)
        {
            // Types that differ in how they handle numbers have one name and two Ids.
            this.types[type.Type.Id] = type;
            byName[type.Type.FullName] = type;
        }
    }

    /// <summary>The components that schemas so far refer to: key to <c>{ schema, output }</c>.</summary>
    public IEnumerable<KeyValuePair<string, ApiObject>> Components => components;

    public TypeSpec? Find(TypeRef type) => types.TryGetValue(type.Id, out var spec) ? spec : null;

    /// <summary>The schema of a type that an attribute names.</summary>
    public ApiObject SchemaByName(string fullName)
    {
        if (IsProblem(fullName))
        {
            return Problem(fullName.EndsWith("ValidationProblemDetails", StringComparison.Ordinal) ? ValidationProblem : ProblemDetails);
        }

        return byName.TryGetValue(fullName, out var spec) ? Schema(spec.Type)
            : PrimitiveNames.Find(fullName) is { } primitive ? PrimitiveSchemas.Create(primitive)!
            : new ApiObject();
    }

    /// <summary>Whether a type's full name is that of one of ASP.NET Core's problem documents.</summary>
    public bool IsProblem(string fullName) => !byName.ContainsKey(fullName)
        && fullName is ProblemDetails or "global::Microsoft.AspNetCore.Mvc.ValidationProblemDetails" or "global::Microsoft.AspNetCore.Http.HttpValidationProblemDetails";

    public ApiObject Schema(TypeRef type, bool nullable = false, int numberHandling = 0)
    {
        var schema = Schema(type, numberHandling);
        return nullable ? SchemaNode.Nullable(schema) : schema;
    }

    /// <summary>A reference to a component that is no type of the user.</summary>
    public ApiObject Problem(string key)
    {
        Register(key, key == ValidationProblem ? ProblemSchemas.Validation : ProblemSchemas.Plain, null);
        return SchemaNode.Reference(key);
    }

    private ApiObject Schema(TypeRef type, int numberHandling)
    {
        if (type.Special == KnownType.ProblemDetails)
        {
            return Problem(type.Name.Contains("Validation") ? ValidationProblem : ProblemDetails);
        }

        if (PrimitiveSchemas.Create(type.Special, numberHandling) is { } primitive)
        {
            return primitive;
        }

        if (Find(type) is not { } spec)
        {
            return new ApiObject();
        }

        var json = spec.Json;
        switch (json.Shape)
        {
            case JsonShape.Nullable:
                return Schema(json.Element!, nullable: true, json.NumberHandling);
            case JsonShape.Enum:
            case JsonShape.Object:
                return Component(type.FullName, () => SchemaObject(spec));
            case JsonShape.Collection or JsonShape.AsyncEnumerable or JsonShape.Dictionary when IsUserType(type):
                // A type of the user may contain itself.
                return Component(Key(type), () => (Describe(Container(json), spec.Schema), null));
            case JsonShape.Collection or JsonShape.AsyncEnumerable or JsonShape.Dictionary:
                return Container(json);
            case JsonShape.Converter when spec.Schema is { } facet && (facet.Doc is not null || facet.Attributes.Count != 0):
                return Component(type.FullName, () => (Describe(new ApiObject(), facet), null));
            default:
                return new ApiObject();
        }
    }

    private ApiObject Container(JsonTypeSpec json)
    {
        if (json.Element is null)
        {
            return json.Shape == JsonShape.Dictionary ? new ApiObject { { "type", "object" } } : SchemaNode.Array([]);
        }

        var element = Schema(json.Element, json.ElementNullable, json.NumberHandling);
        if (json.Shape == JsonShape.Dictionary)
        {
            return new ApiObject { { "type", "object" }, { "additionalProperties", element } };
        }

        var array = SchemaNode.Array(element);
        array["uniqueItems"] = json.CollectionKind == JsonCollectionKind.Set ? ApiValue.Bool(true) : null;
        return array;
    }

    private (ApiObject Schema, ApiArray? Output) SchemaObject(TypeSpec spec)
    {
        if (spec.Json.Shape == JsonShape.Enum)
        {
            var json = spec.Json;
            return (Describe(EnumSchema(spec, json), spec.Schema), null);
        }

        return spec.Json.Polymorphism is null
            ? ObjectSchemas.Create(spec, this)
            : (Describe(PolymorphicSchemas.Create(spec, this), spec.Schema), null);
    }

    private static ApiObject EnumSchema(TypeSpec spec, JsonTypeSpec json)
    {
        var schema = SchemaNode.Enum(json.EnumMembers, json.EnumUnderlying, json.EnumAsString, json.EnumIsFlags, m => m.JsonName);
        var members = json.EnumAsString ? json.EnumMembers : json.EnumMembers.GroupBy(m => m.Value).Select(g => g.First());
        var texts = members
            .Select(m => DocNodes.Summary(spec.Schema?.Members.FirstOrDefault(s => s.ClrName == m.ClrName)?.Doc))
            .ToList();
        if (texts.Any(text => text is not null))
        {
            schema[EnumDescriptions] = new ApiArray(texts.Select(text => text ?? ApiValue.String("")));
        }

        return schema;
    }

    /// <summary>Adds what comments and attributes say of a type.</summary>
    public static ApiObject Describe(ApiObject schema, SchemaFacetSpec? facet)
    {
        if (facet is null)
        {
            return schema;
        }

        var described = new ApiObject { { "description", DocNodes.Description(facet.Attributes, facet.Doc) } };
        described.Merge(schema);
        SchemaKeywords.Apply(described, facet.Attributes);
        if (facet.Doc?.Example is { } example)
        {
            described["examples"] = new ApiArray { ApiDefaults.FromExample(example, described) };
        }

        if (facet.Doc?.ExternalDocs is { } external)
        {
            described["externalDocs"] = DocNodes.Link(external);
        }

        return described;
    }

    /// <summary>A reference to a component, which is made where it is new.</summary>
    public ApiObject Component(string key, Func<(ApiObject Schema, ApiArray? Output)> create)
    {
        if (!components.ContainsKey(key))
        {
            // A place first: the type may refer to itself.
            components[key] = [];
            var (schema, output) = create();
            Register(key, schema, output);
        }

        return SchemaNode.Reference(key);
    }

    private void Register(string key, ApiObject schema, ApiArray? output) =>
        components[key] = new ApiObject { { "schema", schema }, { "output", output } };

    private static string Key(TypeRef type)
    {
        var numbers = type.Id.LastIndexOf("_0numbers", StringComparison.Ordinal);
        return numbers < 0 ? type.FullName : type.FullName + "#numbers" + type.Id.Substring(numbers + 9);
    }

    private static bool IsUserType(TypeRef type) =>
        type.FullName.StartsWith("global::", StringComparison.Ordinal)
        && !type.FullName.StartsWith("global::System.", StringComparison.Ordinal)
        && !type.FullName.EndsWith("]", StringComparison.Ordinal);
}
