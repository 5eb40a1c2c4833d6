#if NETSTANDARD2_0
namespace Covet.Generators.Routing.Layout;
#else
namespace Covet.Routing.Layout;
#endif

/// <summary>
/// The hash of a path segment without regard to case: four characters at a time, each folded so that characters which
/// are equal ignoring case fold alike. This is the definition; the matcher computes the same from machine words.
/// </summary>
internal static class RouteHash
{
    public const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The bit that tells ASCII's upper case from its lower case, in each of four characters.</summary>
    public const ulong CaseBits = 0x0020_0020_0020_0020;

    public static int Compute(ReadOnlySpan<char> text)
    {
        unchecked
        {
            ulong hash = 0;
            for (var i = 0; i < text.Length; i += 4)
            {
                ulong group = 0;
                for (var j = 0; j < 4 && i + j < text.Length; j++)
                {
                    group |= Fold(text[i + j]) << (16 * j);
                }

                hash = Add(hash, group);
            }

            return Finish(hash);
        }
    }

    public static ulong Add(ulong hash, ulong group)
    {
        unchecked
        {
            hash = (hash ^ group) * Multiplier;
            return hash ^ (hash >> 32);
        }
    }

    public static int Finish(ulong hash) => unchecked((int)hash);

    /// <summary>
    /// Beyond ASCII, only scripts without case tell characters apart: case tables differ between the framework that
    /// compiles and the one that runs, and the comparison that follows the hash decides anyway.
    /// </summary>
    private static ulong Fold(char c) => c switch
    {
        < '\u0080' => c | 0x20u,
        >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' => c,
        _ => 0x80u,
    };
}
