using System.Collections.Concurrent;

namespace Covet.Internal;

/// <summary>
/// The generated codecs of all assemblies. An assembly adds one function when it is loaded; a codec is looked up at its first
/// use and kept, so that start-up pays nothing a type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCodecs
{
    private static readonly ConcurrentDictionary<Type, JsonCodec> Known = new();
    private static volatile Func<Type, bool, JsonCodec?>[] sources = [];

    /// <summary>Adds the codecs of an assembly; called by its generated module initializer.</summary>
    /// <param name="source">Finds the codec of a type: only where a <c>[JsonModel]</c> names it, or also where the type is a member of one that is
    /// named or an endpoint's. Null where the assembly has none.</param>
    public static void Add(Func<Type, bool, JsonCodec?> source)
    {
        lock (Known)
        {
            sources = [.. sources, source];
        }
    }

    /// <summary>The codec of a type; null where no assembly has one.</summary>
    public static JsonCodec? Find(Type type)
    {
        if (Known.TryGetValue(type, out var known))
        {
            return known;
        }

        // Two assemblies may have codecs of one type, with options of their own: the one that names the type is meant, whichever was
        // loaded first.
        var all = sources;
        foreach (var reached in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var source in all)
            {
                if (source(type, reached) is { } found)
                {
                    return Known.GetOrAdd(type, found);
                }
            }
        }

        return null;
    }

    internal static JsonCodec<T> Get<T>() => JsonCodecOf<T>.Value ?? throw Missing(typeof(T));

    internal static NotSupportedException Missing(Type type) => new(
        $"No JSON reader and writer is generated for {type}. Mark the type with [JsonModel], or, where it is not yours or is a closed generic, write [assembly: JsonModel(typeof(...))].");
}
