using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Covet.Json.Tests.Differential;

/// <summary>System.Text.Json with the options that Covet's generated code is equal to.</summary>
internal static class Reference
{
    public static JsonSerializerOptions Web { get; } = Create(static _ => { });

    public static JsonSerializerOptions Create(Action<JsonSerializerOptions> change)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullableParametersBeMissing } },
        };
        change(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// A constructor parameter without default that cannot be null must be present: stricter than the serializer's
    /// default, milder than RespectRequiredConstructorParameters, which requires nullable ones too (docs/json.md).
    /// </summary>
    private static void LetNullableParametersBeMissing(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in info.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter && MayBeNull(parameter) && !Demanded(property))
            {
                property.IsRequired = false;
            }
        }
    }

    private static bool MayBeNull(JsonParameterInfo parameter) => parameter.ParameterType.IsValueType
        ? Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        : parameter.IsNullable;

    private static bool Demanded(JsonPropertyInfo property) => property.AttributeProvider is { } provider
        && (provider.IsDefined(typeof(JsonRequiredAttribute), inherit: true) || provider.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: true));
}
