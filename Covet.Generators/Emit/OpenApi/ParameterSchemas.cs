using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Schemas of values that are bound from text.</summary>
internal static class ParameterSchemas
{
    public static ApiObject Create(ParameterSpec parameter, DocSpec? methodDoc)
    {
        var schema = parameter.Element is null ? Value(parameter) : SchemaNode.Array(Value(parameter));
        SchemaKeywords.Apply(schema, parameter.Attributes.Count != 0 ? parameter.Attributes : parameter.Rules);
        schema["default"] = Default(parameter);
        if (Example(parameter, methodDoc) is { } example)
        {
            schema["examples"] = new ApiArray { ApiDefaults.FromExample(example, schema) };
        }

        return schema;
    }

    /// <summary>The description: an attribute's, the method's comment on the parameter, or the member's own comment.</summary>
    public static ApiNode? Description(ParameterSpec parameter, DocSpec? methodDoc) =>
        SchemaKeywords.Description(parameter.Attributes) is { } text ? text
        : MethodDoc(parameter, methodDoc)?.Text is { Length: > 0 } own ? own
        : DocNodes.Description(default, parameter.Doc);

    private static string? Example(ParameterSpec parameter, DocSpec? methodDoc) =>
        MethodDoc(parameter, methodDoc)?.Example ?? parameter.Doc?.Example;

    private static DocParamSpec? MethodDoc(ParameterSpec parameter, DocSpec? methodDoc) =>
        methodDoc is null ? null : methodDoc.Params.FirstOrDefault(p => p.Name == parameter.Name);

    private static ApiObject Value(ParameterSpec parameter)
    {
        if (parameter.Parse is not { } parse)
        {
            return PrimitiveSchemas.Create((parameter.Element ?? parameter.Type).Special) ?? new ApiObject { { "type", "string" } };
        }

        return parse.Kind switch
        {
            TextParseKind.Enum => SchemaNode.Enum(parse.EnumMembers, KnownType.Int32, asName: true, isFlags: false, m => m.ClrName),
            TextParseKind.Known => PrimitiveSchemas.Create(parse.Type.Special) ?? new ApiObject { { "type", "string" } },
            _ => new ApiObject { { "type", "string" } },
        };
    }

    private static ApiNode? Default(ParameterSpec parameter)
    {
        var members = parameter.Parse?.EnumMembers ?? default;

        // Enums are bound by their C# names.
        var byName = members.Select(m => m with { JsonName = m.ClrName }).ToEquatableArray();
        return parameter.Attributes.Find("System.ComponentModel.DefaultValueAttribute") is { Arguments.Count: 1 } attribute
            ? ApiDefaults.FromArgument(attribute.Arguments[0], byName, true)
            : ApiDefaults.FromExpression(parameter.DefaultExpression, byName, true);
    }
}
