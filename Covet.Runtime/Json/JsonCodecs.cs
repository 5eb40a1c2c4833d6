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
    private static readonly List<(bool IsApplication, string Assembly, Func<Type, bool, JsonCodec?> Source)> Added = [];
    private static volatile Func<Type, bool, JsonCodec?>[] sources = [];

    /// <summary>
    /// Adds the codecs of an assembly; called by its generated module initializer. The application is asked first, then libraries by their
    /// names: in which order they are loaded differs between a native binary and any other run.
    /// </summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="isApplication">Whether it is the application.</param>
    /// <param name="source">Finds the codec of a type: only where a <c>[JsonModel]</c> names it, or also where the type is a member of one that is
    /// named or an endpoint's. Null where the assembly has none.</param>
    public static void Add(string assembly, bool isApplication, Func<Type, bool, JsonCodec?> source)
    {
        lock (Added)
        {
            var index = 0;
            while (index < Added.Count && !IsBefore(isApplication, assembly, Added[index].IsApplication, Added[index].Assembly))
            {
                index++;
            }

            Added.Insert(index, (isApplication, assembly, source));
            var all = new Func<Type, bool, JsonCodec?>[Added.Count];
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = Added[i].Source;
            }

            sources = all;
        }
    }

    /// <summary>The codec of a type; null where no assembly has one.</summary>
    public static JsonCodec? Find(Type type)
    {
        if (Known.TryGetValue(type, out var known))
        {
            return known;
        }

        // Two assemblies may have codecs of one type, with options of their own: the one that names the type is meant.
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

    private static bool IsBefore(bool isApplication, string assembly, bool isOtherApplication, string other) =>
        isApplication != isOtherApplication ? isApplication : string.CompareOrdinal(assembly, other) < 0;

    internal static JsonCodec<T> Get<T>() => JsonCodecOf<T>.Value ?? throw Missing(typeof(T));

    internal static NotSupportedException Missing(Type type) => new(
        $"No JSON reader and writer is generated for {type}. Mark the type with [JsonModel], or, where it is not yours or is a closed generic, write [assembly: JsonModel(typeof(...))].");
}
