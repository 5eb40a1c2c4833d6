using System.Globalization;
using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>DataAnnotations and the attributes of <c>System.ComponentModel</c> as schema keywords.</summary>
internal static class SchemaKeywords
{
    /// <summary>Adds what the attributes say of a value.</summary>
    public static void Apply(ApiObject schema, EquatableArray<AttributeSpec> attributes)
    {
        foreach (var attribute in attributes)
        {
            var name = attribute.TypeName;
            if (name.StartsWith(AttributeQueries.Annotations, StringComparison.Ordinal))
            {
                Annotation(schema, name.Substring(AttributeQueries.Annotations.Length), attribute);
            }
            else if (name == "System.ComponentModel.ReadOnlyAttribute" && attribute.Text(0) == "true")
            {
                schema["readOnly"] = true;
            }
            else if (name == "System.ObsoleteAttribute")
            {
                schema["deprecated"] = true;
            }
            else if (name == "System.Diagnostics.CodeAnalysis.StringSyntaxAttribute" && !schema.Has("format"))
            {
                schema["format"] = attribute.Text(0) switch { "Uri" => "uri-reference", "Regex" => "regex", _ => null };
            }
        }
    }

    /// <summary>The description that an attribute gives.</summary>
    public static string? Description(EquatableArray<AttributeSpec> attributes) =>
        attributes.Find("System.ComponentModel.DescriptionAttribute")?.Text(0)
        ?? attributes.Find(AttributeQueries.Annotations + "DisplayAttribute")?.Text("Description");

    private static void Annotation(ApiObject schema, string name, AttributeSpec attribute)
    {
        switch (name)
        {
            case "RequiredAttribute" when Is(schema, "string") && attribute.Text("AllowEmptyStrings") != "true":
                if (!schema.Has("minLength"))
                {
                    schema["minLength"] = 1;
                }

                break;
            case "StringLengthAttribute":
                Length(schema, attribute.Text("MinimumLength") is "0" ? null : attribute.Text("MinimumLength"), attribute.Text(0));
                break;
            case "MinLengthAttribute":
                Length(schema, attribute.Text(0), null);
                break;
            case "MaxLengthAttribute":
                Length(schema, null, attribute.Text(0) is "-1" ? null : attribute.Text(0));
                break;
            case "LengthAttribute":
                Length(schema, attribute.Text(0), attribute.Text(1));
                break;
            case "RangeAttribute":
                Range(schema, attribute);
                break;
            case "RegularExpressionAttribute":
                schema["pattern"] = Anchored(attribute.Text(0));
                break;
            case "EmailAddressAttribute":
                schema["format"] = "email";
                break;
            case "UrlAttribute":
                schema["format"] = "uri";
                break;
            case "PhoneAttribute":
                schema["format"] = "phone";
                break;
            case "CreditCardAttribute":
                schema["format"] = "credit-card";
                break;
            case "Base64StringAttribute":
                schema["format"] = "byte";
                schema["contentEncoding"] = "base64";
                break;
            case "AllowedValuesAttribute":
                schema["enum"] = Values(attribute);
                break;
            case "DeniedValuesAttribute":
                schema["not"] = new ApiObject { { "enum", Values(attribute) } };
                break;
            case "DataTypeAttribute" when Is(schema, "string") && !schema.Has("format"):
                DataType(schema, attribute.Text(0));
                break;
            case "DisplayAttribute":
                schema["title"] = attribute.Text("Name");
                break;
            default:
                break;
        }
    }

    private static ApiArray Values(AttributeSpec attribute) =>
        new((attribute.Arguments.Count == 0 ? default : attribute.Arguments[0].Elements)
            .Select(e => ApiDefaults.FromArgument(e, default, false) ?? ApiValue.Null));

    private static void Length(ApiObject schema, string? min, string? max)
    {
        var noun = Is(schema, "array") ? "Items" : Is(schema, "object") ? "Properties" : "Length";
        Number(schema, "min" + noun, min);
        Number(schema, "max" + noun, max);
    }

    private static void Range(ApiObject schema, AttributeSpec attribute)
    {
        // Range(typeof(T), "min", "max") has its limits as text; only numbers have a keyword.
        var first = attribute.Arguments.Count == 3 ? 1 : 0;
        if (!Is(schema, "integer") && !Is(schema, "number"))
        {
            return;
        }

        Limit(schema, "minimum", "exclusiveMinimum", attribute.Text(first), attribute.Text("MinimumIsExclusive") == "true");
        Limit(schema, "maximum", "exclusiveMaximum", attribute.Text(first + 1), attribute.Text("MaximumIsExclusive") == "true");
    }

    private static void Limit(ApiObject schema, string inclusive, string exclusive, string? value, bool isExclusive)
    {
        // double.MaxValue and its like mean "no limit".
        if (value is null || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || double.IsInfinity(number) || Math.Abs(number) >= double.MaxValue)
        {
            return;
        }

        schema.Remove(inclusive);
        Number(schema, isExclusive ? exclusive : inclusive, value);
    }

    private static void Number(ApiObject schema, string keyword, string? value)
    {
        if (value is not null && ApiJsonParser.Parse(value) is ApiValue { IsString: false } number)
        {
            schema[keyword] = number;
        }
    }

    private static void DataType(ApiObject schema, string? value) => schema["format"] = value switch
    {
        // The values of System.ComponentModel.DataAnnotations.DataType.
        "1" => "date-time",
        "2" => "date",
        "3" => "time",
        "4" => "duration",
        "5" => "phone",
        "8" => "html",
        "10" => "email",
        "11" => "password",
        "12" or "13" => "uri",
        "14" => "credit-card",
        _ => null,
    };

    // The attribute matches the whole value, a JSON Schema pattern any part of it.
    private static string? Anchored(string? pattern) =>
        pattern is null ? null
        : pattern.StartsWith("^", StringComparison.Ordinal) && pattern.EndsWith("$", StringComparison.Ordinal) && !pattern.Contains('|') ? pattern
        : "^(?:" + pattern + ")$";

    private static bool Is(ApiObject schema, string type) => schema["type"] switch
    {
        ApiValue value => value.Text == type,
        ApiArray types => types.OfType<ApiValue>().Any(t => t.Text == type),
        _ => false,
    };
}
