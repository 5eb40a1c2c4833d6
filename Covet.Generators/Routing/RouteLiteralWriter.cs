using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>Writes the literal children of a node: few in a row, many by hash.</summary>
internal static class RouteLiteralWriter
{
    private const int Attempts = 64;

    /// <summary>Writes the entries, and returns where the offset of each child has yet to be put.</summary>
    public static List<(int Slot, TableNode Child)> Write(List<int> numbers, RouteTextPool text, SortedDictionary<string, TableNode> literals)
    {
        var children = new List<(int, TableNode)>();
        if (literals.Count == 0)
        {
            return children;
        }

        var words = literals.Keys.ToDictionary(static literal => literal, static literal => RouteHash.Words(literal), StringComparer.Ordinal);
        string?[] entries = literals.Count <= RouteTableLayout.LinearLiterals ? [.. literals.Keys, null] : Hashed(numbers, words);
        var at = numbers.Count;
        numbers.AddRange(new int[entries.Length * RouteTableLayout.LiteralSize]);
        foreach (var literal in entries)
        {
            if (literal is not null)
            {
                WriteEntry(numbers, text, at, literal, words[literal]);
                children.Add((at + RouteTableLayout.LiteralChild, literals[literal]));
            }

            at += RouteTableLayout.LiteralSize;
        }

        return children;
    }

    private static void WriteEntry(List<int> numbers, RouteTextPool text, int at, string literal, ulong[] words)
    {
        numbers[at + RouteTableLayout.LiteralWord] = Low(words[0]);
        numbers[at + RouteTableLayout.LiteralWord + 1] = High(words[0]);
        var isAscii = literal.All(static c => c < '\u0080');
        if (words.Length == 1 && isAscii)
        {
            numbers[at + RouteTableLayout.LiteralLength] = literal.Length;
            return;
        }

        numbers[at + RouteTableLayout.LiteralLength] = -numbers.Count;
        numbers.Add(literal.Length);
        numbers.Add(isAscii ? -1 : text.Add(literal));
        foreach (var word in words.Skip(1))
        {
            numbers.Add(Low(word));
            numbers.Add(High(word));
        }
    }

    /// <summary>Writes how the slot of a literal is found, and says which stands in which.</summary>
    private static string?[] Hashed(List<int> numbers, Dictionary<string, ulong[]> words)
    {
        // Twice the room and more, which costs four numbers a slot.
        var bits = 1;
        while (1 << bits < words.Count * 2)
        {
            bits++;
        }

        string?[] best = [];
        var multiplier = 0UL;
        var fewest = long.MaxValue;
        var candidate = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < Attempts && fewest > words.Count; i++)
        {
            var (slots, steps) = Place(words, candidate, bits);
            if (steps < fewest)
            {
                (best, multiplier, fewest) = (slots, candidate, steps);
            }

            candidate = unchecked((candidate * 0xD1342543DE82EF95UL) + 2);
        }

        numbers.Add(Low(multiplier));
        numbers.Add(High(multiplier));
        numbers.Add(64 - bits);
        return best;
    }

    /// <summary>Puts each literal into its slot or the next that is free; the last slot is free.</summary>
    /// <returns>The slots, and how many are looked at where each literal is looked up once.</returns>
    private static (string?[] Slots, long Steps) Place(Dictionary<string, ulong[]> words, ulong multiplier, int bits)
    {
        var slots = new string?[(1 << bits) + words.Count + 1];
        var steps = 0L;
        var last = (1 << bits) - 1;
        foreach (var pair in words)
        {
            var slot = Slot(pair.Value, multiplier, 64 - bits);
            for (steps++; slots[slot] is not null; slot++)
            {
                steps++;
            }

            slots[slot] = pair.Key;
            last = Math.Max(last, slot);
        }

        Array.Resize(ref slots, last + 2);
        return (slots, steps);
    }

    private static int Slot(ulong[] words, ulong multiplier, int shift)
    {
        ulong hash = 0;
        for (var i = 0; i < words.Length - 1; i++)
        {
            hash = RouteHash.Add(hash, words[i]);
        }

        return RouteHash.Slot(hash, words[words.Length - 1], multiplier, shift);
    }

    private static int Low(ulong word) => unchecked((int)word);

    private static int High(ulong word) => unchecked((int)(word >> 32));
}
