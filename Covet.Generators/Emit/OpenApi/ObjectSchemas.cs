using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Schemas of types that are JSON objects.</summary>
internal static class ObjectSchemas
{
    private const int IgnoreAlways = 1;
    private const int IgnoreWhenWritingNull = 3;
    private const int IgnoreWhenReading = 5;

    /// <summary>
    /// The schema, and the members that are always written: a type that only responses use requires those, one that
    /// requests use requires what reading requires.
    /// </summary>
    public static (ApiObject Schema, ApiArray? Output) Create(TypeSpec spec, SchemaBuilder schemas)
    {
        var properties = new ApiObject();
        var required = new ApiArray();
        var output = new ApiArray();
        ApiNode? additional = spec.Json.DisallowUnmapped ? ApiValue.Bool(false) : null;
        foreach (var member in spec.Json.Members)
        {
            if (member.IsExtensionData)
            {
                additional = new ApiObject();
                continue;
            }

            if (member.IgnoreCondition == IgnoreAlways)
            {
                continue;
            }

            var facet = spec.Schema?.Members.FirstOrDefault(m => m.ClrName == member.ClrName);
            properties[member.JsonName] = Property(member, facet, spec, schemas);
            if (member.Required || IsRequired(facet))
            {
                required.Add(member.JsonName);
            }

            if (IsAlwaysWritten(member))
            {
                output.Add(member.JsonName);
            }
        }

        var schema = new ApiObject
        {
            { "type", "object" },
            { "required", required.Count == 0 ? null : required },
            { "properties", properties.Count == 0 ? null : properties },
            { "additionalProperties", additional },
        };
        return (SchemaBuilder.Describe(schema, spec.Schema), output.Count == 0 ? null : output);
    }

    private static bool IsRequired(SchemaMemberSpec? facet) =>
        facet?.Attributes.Has(AttributeQueries.Annotations + "RequiredAttribute") ?? false;

    private static bool IsAlwaysWritten(JsonMemberSpec member) => member.CanWrite && member.IgnoreCondition switch
    {
        0 or IgnoreWhenReading => true,
        IgnoreWhenWritingNull => !member.Nullable && member.Type.IsValueType,
        _ => false,
    };

    private static ApiObject Property(JsonMemberSpec member, SchemaMemberSpec? facet, TypeSpec owner, SchemaBuilder schemas)
    {
        var schema = member.ConverterExpression is not null ? []
            : member.EnumAsString ? EnumByName(member.Type, schemas)
            : schemas.Schema(member.Type, numberHandling: member.NumberHandling);

        // [Required] refuses null even where the annotation allows it.
        var nullable = member.Nullable && !IsRequired(facet);
        if (facet is not null)
        {
            SchemaKeywords.Apply(schema, facet.Attributes);
        }

        schema = nullable ? SchemaNode.Nullable(schema) : schema;
        var property = new ApiObject { { "description", DocNodes.Description(facet?.Attributes ?? default, facet?.Doc) } };
        property.Merge(schema);
        property["readOnly"] = member is { CanWrite: true, CanRead: false } ? ApiValue.Bool(true) : null;
        property["writeOnly"] = member is { CanWrite: false, CanRead: true } ? ApiValue.Bool(true) : null;
        property["default"] = Default(member, facet, owner, schemas);
        if (facet?.Doc?.Example is { } example)
        {
            property["examples"] = new ApiArray { ApiDefaults.FromExample(example, property) };
        }

        return property;
    }

    private static ApiObject EnumByName(TypeRef type, SchemaBuilder schemas)
    {
        var json = schemas.Find(type)?.Json;
        json = json is { Shape: JsonShape.Nullable, Element: { } element } ? schemas.Find(element)?.Json : json;
        return json is null
            ? new ApiObject { { "type", "string" } }
            : SchemaNode.Enum(json.EnumMembers, json.EnumUnderlying, asName: true, json.EnumIsFlags, m => m.JsonName);
    }

    private static ApiNode? Default(JsonMemberSpec member, SchemaMemberSpec? facet, TypeSpec owner, SchemaBuilder schemas)
    {
        var type = schemas.Find(member.Type)?.Json;
        var json = type is { Shape: JsonShape.Nullable, Element: { } element } ? schemas.Find(element)?.Json : type;
        var members = json?.EnumMembers ?? default;
        var asName = member.EnumAsString || (json?.EnumAsString ?? false);
        if (facet?.Attributes.Find("System.ComponentModel.DefaultValueAttribute") is { Arguments.Count: 1 } attribute)
        {
            return ApiDefaults.FromArgument(attribute.Arguments[0], members, asName);
        }

        var index = member.ConstructorParameter;
        return index >= 0 && owner.Json.Constructor is { } constructor && index < constructor.Parameters.Count
            ? ApiDefaults.FromExpression(constructor.Parameters[index].DefaultExpression, members, asName)
            : null;
    }
}
