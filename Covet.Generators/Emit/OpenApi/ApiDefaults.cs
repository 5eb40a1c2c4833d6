using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Constants as JSON: defaults written in C#, arguments of attributes, examples in comments.</summary>
internal static class ApiDefaults
{
    /// <summary>The value of a C# constant expression; null where it is null, <c>default</c>, or not to be told from its text.</summary>
    public static ApiNode? FromExpression(string? expression, EquatableArray<JsonEnumMemberSpec> enumMembers, bool enumAsName)
    {
        if (expression is null)
        {
            return null;
        }

        var constant = ConstantText.Parse(expression);
        if (enumMembers.Count == 0 || constant is ApiValue { IsString: true })
        {
            return constant;
        }

        var member = expression.Substring(expression.LastIndexOf('.') + 1);
        return Enum(m => constant is ApiValue number ? m.Value == number.Text : m.ClrName == member, enumMembers, enumAsName) ?? constant;
    }

    /// <summary>The value of an attribute's argument.</summary>
    public static ApiNode? FromArgument(AttributeArgumentSpec argument, EquatableArray<JsonEnumMemberSpec> enumMembers, bool enumAsName)
    {
        if (argument.Text is not { } text)
        {
            return null;
        }

        return argument.TypeName switch
        {
            "System.String" or "System.Char" => ApiValue.String(text),
            "System.Boolean" => ApiValue.Bool(text == "true"),
            _ when enumMembers.Count != 0 => Enum(m => m.Value == text, enumMembers, enumAsName),
            _ => ApiJsonParser.Parse(text) as ApiValue,
        };
    }

    /// <summary>An example in a comment: JSON where the schema is not a string and it parses, text otherwise.</summary>
    public static ApiNode FromExample(string text, ApiObject schema)
    {
        var isString = schema["type"] switch
        {
            ApiValue type => type.Text == "string",
            ApiArray types => types.OfType<ApiValue>().Any(t => t.Text == "string"),
            _ => false,
        };
        var parsed = ApiJsonParser.Parse(text);
        if (isString)
        {
            return parsed is ApiValue { IsString: true } quoted ? quoted : ApiValue.String(text);
        }

        return parsed ?? ApiValue.String(text);
    }

    private static ApiValue? Enum(Func<JsonEnumMemberSpec, bool> isIt, EquatableArray<JsonEnumMemberSpec> members, bool asName) =>
        members.FirstOrDefault(isIt) is { } member ? asName ? ApiValue.String(member.JsonName) : ApiValue.Number(member.Value) : null;
}
