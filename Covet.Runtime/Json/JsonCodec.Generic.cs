namespace Covet.Internal;

/// <summary>A codec as an object, for callers that know the type and not the codec.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonCodec<T> : JsonCodec
{
    private protected JsonCodec()
    {
    }

    /// <summary>Writes a value.</summary>
    public abstract void Write(ref JsonWriter writer, T value);

    /// <summary>Reads a value.</summary>
    public abstract T? Read(ref JsonReader reader);
}
