#if NETSTANDARD2_0
namespace Covet.Generators.Routing.Layout;
#else
namespace Covet.Routing.Layout;
#endif

/// <summary>
/// A path segment without regard to case: a byte a character, folded so that characters which are equal ignoring case
/// fold alike, eight of them a word with the first in the lowest byte. And the hash of these words. This is the
/// definition; the matcher folds ASCII by vectors.
/// </summary>
internal static class RouteHash
{
    /// <summary>Characters in a word.</summary>
    public const int WordLength = 8;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>
    /// Beyond ASCII, only scripts without case tell characters apart: case tables differ between the framework that
    /// compiles and the one that runs, so the texts themselves are compared where a literal has such characters.
    /// </summary>
    public static byte Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (byte)(c | 0x20),
        < '\u0080' => (byte)c,
        >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' => (byte)(c | 0x80),
        _ => 0x80,
    };

    /// <summary>The words of a text, the last filled up with zeros.</summary>
    public static ulong[] Words(string text)
    {
        var words = new ulong[(text.Length + WordLength - 1) / WordLength];
        for (var i = 0; i < text.Length; i++)
        {
            words[i / WordLength] |= (ulong)Fold(text[i]) << (i % WordLength * 8);
        }

        return words;
    }

    /// <summary>Adds a word that another follows.</summary>
    public static ulong Add(ulong hash, ulong word)
    {
        unchecked
        {
            hash = (hash ^ word) * Multiplier;
            return hash ^ (hash >> 32);
        }
    }

    /// <summary>The place among the slots of a node, with the last word.</summary>
    public static int Slot(ulong hash, ulong word, ulong multiplier, int shift) => unchecked((int)(((hash ^ word) * multiplier) >> shift));
}
