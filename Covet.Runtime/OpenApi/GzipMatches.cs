namespace Covet.Internal;

/// <summary>Finds what was there before: places by a hash of three bytes, each with the place before it of the same hash.</summary>
internal readonly ref struct GzipMatches(ReadOnlySpan<byte> content)
{
    /// <summary>The longest match that deflate can say.</summary>
    public const int Longest258 = 258;

    private const int Shortest = 3;
    private const int Window = 32 * 1024;
    private const int HashBits = 14;

    // A document repeats itself so much that looking at all places would take long and find little more.
    private const int MostPlaces = 64;

    private readonly ReadOnlySpan<byte> content = content;

    // Places plus one, so that none is zero.
    private readonly int[] last = new int[1 << HashBits];
    private readonly int[] before = new int[content.Length];

    /// <summary>Makes a place one that later ones may refer to.</summary>
    public void Insert(int at)
    {
        if (at + Shortest <= content.Length)
        {
            ref var head = ref last[Hash(at)];
            before[at] = head;
            head = at + 1;
        }
    }

    /// <summary>The longest text before a place that stands there again; a length of zero where there is none.</summary>
    public (int Length, int Distance) Longest(int at)
    {
        var best = (Length: 0, Distance: 0);
        if (at + Shortest > content.Length)
        {
            return best;
        }

        var rest = content[at..Math.Min(content.Length, at + Longest258)];
        var place = last[Hash(at)] - 1;
        for (var left = MostPlaces; left > 0 && place >= 0 && at - place <= Window; left--)
        {
            var same = rest.CommonPrefixLength(content[place..]);
            if (same >= Shortest && same > best.Length)
            {
                best = (same, at - place);
            }

            place = before[place] - 1;
        }

        return best;
    }

    private int Hash(int at) =>
        (int)(((content[at] | ((uint)content[at + 1] << 8) | ((uint)content[at + 2] << 16)) * 0x9E3779B1) >> (32 - HashBits));
}
