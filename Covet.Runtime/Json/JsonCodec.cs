using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Covet.Internal;

/// <summary>A codec as an object, for callers that know the type only at run time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonCodec
{
    private protected JsonCodec()
    {
    }

    /// <summary>The options that the codec was generated with.</summary>
    public abstract JsonSettings Settings { get; }

    /// <summary>Writes a value of the codec's type.</summary>
    public abstract void WriteObject(ref JsonWriter writer, object value);

    /// <summary>Reads a value of the codec's type.</summary>
    public abstract object? ReadObject(ref JsonReader reader);

    internal abstract JsonTypeInfo MakeTypeInfo(JsonSerializerOptions options);
}
