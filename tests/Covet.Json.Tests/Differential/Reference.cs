using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Covet.Json.Tests.Differential;

/// <summary>System.Text.Json with the options that Covet's generated code is equal to.</summary>
internal static class Reference
{
    private static readonly string[] OnlyFilled = ["FilledRecord", "FilledParameters", "FilledGeneric`1"];

    public static JsonSerializerOptions Create(Action<JsonSerializerOptions> change)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetOthersBeMissing } },
        };
        change(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// A constructor parameter of a reference type that cannot be null must be present: stricter than the serializer's default,
    /// milder than RespectRequiredConstructorParameters, which requires numbers and nullable ones too (docs/json.md).
    /// </summary>
    private static void LetOthersBeMissing(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        // What is only filled has its values already, and keeps those that are missing.
        var isFilled = OnlyFilled.Contains(info.Type.Name);
        foreach (var property in info.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter && (isFilled || parameter.ParameterType.IsValueType || parameter.IsNullable) && !Demanded(property))
            {
                property.IsRequired = false;
            }
        }
    }

    private static bool Demanded(JsonPropertyInfo property) => property.AttributeProvider is { } provider
        && (provider.IsDefined(typeof(JsonRequiredAttribute), inherit: true) || provider.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: true));
}
