using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>Writes the literal children of a node: few in a row, many by hash.</summary>
internal static class RouteLiteralWriter
{
    private const int Attempts = 64;

    /// <summary>Writes the entries, and returns where the offset of each child has yet to be put.</summary>
    public static List<(int Slot, TableNode Child)> Write(List<int> numbers, RouteTextPool text, SortedDictionary<string, TableNode> literals)
    {
        var entries = literals.Select(static pair => (Text: pair.Key, Hash: RouteHash.Compute(pair.Key.AsSpan()), Child: pair.Value)).ToList();
        var slots = new List<(int, TableNode)>();
        if (entries.Count <= RouteTableLayout.LinearLiterals)
        {
            entries.ForEach(Add);
            return slots;
        }

        var bits = 1;
        while (1 << bits < entries.Count)
        {
            bits++;
        }

        // Twice the room halves the collisions, and costs one number an entry.
        bits++;
        var hashes = entries.ConvertAll(static entry => entry.Hash);
        var multiplier = ChooseMultiplier(hashes, 32 - bits);
        numbers.Add(multiplier);
        numbers.Add(32 - bits);
        var buckets = numbers.Count;
        numbers.AddRange(new int[(1 << bits) + 1]);
        var byBucket = entries.ToLookup(entry => Bucket(entry.Hash, multiplier, 32 - bits));
        for (var i = 0; i < 1 << bits; i++)
        {
            numbers[buckets + i] = numbers.Count;
            foreach (var entry in byBucket[i])
            {
                Add(entry);
            }
        }

        numbers[buckets + (1 << bits)] = numbers.Count;
        return slots;

        void Add((string Text, int Hash, TableNode Child) entry)
        {
            numbers.Add(entry.Hash);
            numbers.Add(text.Add(entry.Text));
            numbers.Add(entry.Text.Length);
            slots.Add((numbers.Count, entry.Child));
            numbers.Add(0);
        }
    }

    private static int Bucket(int hash, int multiplier, int shift) => unchecked((int)((uint)(hash * multiplier) >> shift));

    /// <summary>The multiplier, of a fixed series, with which looking up each literal once compares least.</summary>
    private static int ChooseMultiplier(List<int> hashes, int shift)
    {
        var best = 1;
        var fewest = long.MaxValue;
        var candidate = 1u;
        for (var i = 0; i < Attempts; i++)
        {
            var counts = new int[1 << (32 - shift)];
            long cost = 0;
            foreach (var hash in hashes)
            {
                cost += ++counts[Bucket(hash, unchecked((int)candidate), shift)];
            }

            if (cost < fewest)
            {
                fewest = cost;
                best = unchecked((int)candidate);
            }

            if (cost == hashes.Count)
            {
                break;
            }

            candidate = unchecked((candidate * 0x915F77F5u) | 1u);
        }

        return best;
    }
}
