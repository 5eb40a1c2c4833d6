namespace Covet.Internal;

/// <summary>Keeps the codec of one type where a static field finds it.</summary>
internal static class JsonCodecOf<T>
{
    private static JsonCodec<T>? found;

    // Looked up again while there is none: an assembly that is loaded later may bring it.
    public static JsonCodec<T>? Value => found ??= (JsonCodec<T>?)JsonCodecs.Find(typeof(T));
}
