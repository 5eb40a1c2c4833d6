using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Covet.Internal;

/// <summary>A generated codec as an object.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TCodec">The generated codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCodecEntry<T, TCodec> : JsonCodec<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public override JsonSettings Settings => TCodec.Settings;

    /// <inheritdoc/>
    public override void Write(ref JsonWriter writer, T value) => TCodec.Write(ref writer, value);

    /// <inheritdoc/>
    public override T? Read(ref JsonReader reader) => TCodec.Read(ref reader);

    /// <inheritdoc/>
    public override void WriteObject(ref JsonWriter writer, object value) => TCodec.Write(ref writer, (T)value);

    /// <inheritdoc/>
    public override object? ReadObject(ref JsonReader reader) => TCodec.Read(ref reader);

    internal override JsonTypeInfo MakeTypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<T>(options, new JsonCodecConverter<T, TCodec>());
}
