using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Covet.Internal;

/// <summary>Tells System.Text.Json of the generated codecs, for user-written converters that call its serializer.</summary>
internal sealed class JsonCodecResolver : IJsonTypeInfoResolver
{
    public static readonly JsonCodecResolver Instance = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => Simple(type, options) ?? JsonCodecs.Find(type)?.MakeTypeInfo(options);

    private static JsonTypeInfo? Simple(Type type, JsonSerializerOptions options) =>
        type == typeof(string) ? JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter)
        : type == typeof(bool) ? JsonMetadataServices.CreateValueInfo<bool>(options, JsonMetadataServices.BooleanConverter)
        : type == typeof(int) ? JsonMetadataServices.CreateValueInfo<int>(options, JsonMetadataServices.Int32Converter)
        : type == typeof(long) ? JsonMetadataServices.CreateValueInfo<long>(options, JsonMetadataServices.Int64Converter)
        : type == typeof(double) ? JsonMetadataServices.CreateValueInfo<double>(options, JsonMetadataServices.DoubleConverter)
        : type == typeof(decimal) ? JsonMetadataServices.CreateValueInfo<decimal>(options, JsonMetadataServices.DecimalConverter)
        : type == typeof(Guid) ? JsonMetadataServices.CreateValueInfo<Guid>(options, JsonMetadataServices.GuidConverter)
        : type == typeof(DateTime) ? JsonMetadataServices.CreateValueInfo<DateTime>(options, JsonMetadataServices.DateTimeConverter)
        : type == typeof(DateTimeOffset) ? JsonMetadataServices.CreateValueInfo<DateTimeOffset>(options, JsonMetadataServices.DateTimeOffsetConverter)
        : type == typeof(JsonElement) ? JsonMetadataServices.CreateValueInfo<JsonElement>(options, JsonMetadataServices.JsonElementConverter)
        : type == typeof(object) ? JsonMetadataServices.CreateValueInfo<object>(options, JsonMetadataServices.ObjectConverter)
        : null;
}
