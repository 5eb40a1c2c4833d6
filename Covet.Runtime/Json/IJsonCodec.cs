namespace Covet.Internal;

/// <summary>Writes and reads one type as JSON; implemented by generated structs, so that generic callers are specialised.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonCodec<T>
{
    /// <summary>The options that the codec was generated with; the writer and the reader that it is given are made with them.</summary>
    static virtual JsonSettings Settings => JsonSettings.Default;

    /// <summary>Writes <paramref name="value"/> as one JSON value.</summary>
    static abstract void Write(ref JsonWriter writer, T value);

    /// <summary>
    /// Reads one JSON value. What is well-formed JSON and yet no <typeparamref name="T"/> is recorded in the reader,
    /// and default is returned, so that all such errors are found in one pass; <see cref="JsonReader.Complete"/> throws them.
    /// </summary>
    static abstract T? Read(ref JsonReader reader);
}
