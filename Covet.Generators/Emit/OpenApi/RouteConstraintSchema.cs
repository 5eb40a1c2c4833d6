using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Route constraints as schema keywords.</summary>
internal static class RouteConstraintSchema
{
    /// <summary>The schema of a route parameter that the handler does not take.</summary>
    public static ApiObject Create(IReadOnlyList<string> constraints)
    {
        var schema = new ApiObject { { "type", "string" } };
        Apply(schema, constraints);
        return schema;
    }

    /// <summary>Narrows a schema.</summary>
    public static void Apply(ApiObject schema, IReadOnlyList<string> constraints)
    {
        foreach (var constraint in constraints)
        {
            var parenthesis = constraint.IndexOf('(');
            var name = parenthesis < 0 ? constraint : constraint.Substring(0, parenthesis);
            var argument = parenthesis < 0 ? "" : constraint.Substring(parenthesis + 1, constraint.Length - parenthesis - 2);
            Apply(schema, name, argument);
        }
    }

    private static void Apply(ApiObject schema, string name, string argument)
    {
        var arguments = argument.Split(',').Select(a => a.Trim()).ToArray();
        switch (name)
        {
            case "int":
                Type(schema, "integer", "int32");
                break;
            case "long":
                Type(schema, "integer", "int64");
                break;
            case "double":
                Type(schema, "number", "double");
                break;
            case "float":
                Type(schema, "number", "float");
                break;
            case "decimal":
                Type(schema, "number", "decimal");
                break;
            case "bool":
                Type(schema, "boolean", null);
                break;
            case "guid":
                Type(schema, "string", "uuid");
                break;
            case "datetime":
                Type(schema, "string", "date-time");
                break;
            case "min":
                Number(schema, "minimum", argument);
                break;
            case "max":
                Number(schema, "maximum", argument);
                break;
            case "range" when arguments.Length == 2:
                Number(schema, "minimum", arguments[0]);
                Number(schema, "maximum", arguments[1]);
                break;
            case "length":
                Number(schema, "minLength", arguments[0]);
                Number(schema, "maxLength", arguments[arguments.Length - 1]);
                break;
            case "minlength":
                Number(schema, "minLength", argument);
                break;
            case "maxlength":
                Number(schema, "maxLength", argument);
                break;
            case "alpha":
                schema["pattern"] = "^[A-Za-z]*$";
                break;
            case "regex":
                schema["pattern"] = argument;
                break;
            default:
                break;
        }
    }

    // min(1) without int: the value is a whole number all the same.
    private static void Number(ApiObject schema, string keyword, string value)
    {
        if (ApiJsonParser.Parse(value) is not ApiValue { IsString: false } number)
        {
            return;
        }

        if (keyword is "minimum" or "maximum" && schema.Text("type") == "string" && !schema.Has("format"))
        {
            Type(schema, "integer", "int64");
        }

        schema[keyword] = number;
    }

    private static void Type(ApiObject schema, string type, string? format)
    {
        // The type of the handler's own parameter is at least as exact.
        if (schema.Text("type") != "string" || schema.Has("format"))
        {
            return;
        }

        schema["type"] = type;
        schema["format"] = format;
    }
}
