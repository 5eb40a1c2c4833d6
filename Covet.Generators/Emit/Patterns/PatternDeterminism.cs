using System.Collections;

namespace Covet.Generators.Emit.Patterns;

/// <summary>
/// Whether the next character alone decides how a pattern goes on, everywhere. Then no match ever has to be taken back, and
/// a loop over the text answers as a backtracking engine would.
/// </summary>
internal static class PatternDeterminism
{
    private const int Characters = 0x10000;

    public static bool Holds(PatternNode node) => Holds(node, new BitArray(Characters));

    /// <summary>The characters with which a match may begin.</summary>
    public static BitArray First(PatternNode node)
    {
        var first = new BitArray(Characters);
        AddFirst(node, first);
        return first;
    }

    /// <summary>The sets of characters with which a match may begin.</summary>
    public static IEnumerable<CharSet> FirstSets(PatternNode node)
    {
        switch (node.Kind)
        {
            case PatternNodeKind.Character:
                return [node.Set!];
            case PatternNodeKind.Sequence:
                var reached = node.Parts.TakeWhile(static part => part.IsNullable).Count() + 1;
                return node.Parts.Take(reached).SelectMany(FirstSets);
            default:
                return node.Parts.SelectMany(FirstSets);
        }
    }

    private static bool Holds(PatternNode node, BitArray follow)
    {
        switch (node.Kind)
        {
            case PatternNodeKind.Character:
                return true;
            case PatternNodeKind.Sequence:
                return HoldsInSequence(node.Parts, follow);
            case PatternNodeKind.Choice:
                return HoldsInChoice(node.Parts, follow);
            default:
                // The loop ends where the next character is not one that it may begin with.
                var first = First(node.Parts[0]);
                if (node.Minimum != node.Maximum && Overlap(first, follow))
                {
                    return false;
                }

                return Holds(node.Parts[0], first.Or(follow));
        }
    }

    private static bool HoldsInSequence(IReadOnlyList<PatternNode> parts, BitArray follow)
    {
        var after = new BitArray(follow);
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            if (!Holds(parts[i], after))
            {
                return false;
            }

            var first = First(parts[i]);
            after = parts[i].IsNullable ? first.Or(after) : first;
        }

        return true;
    }

    private static bool HoldsInChoice(IReadOnlyList<PatternNode> parts, BitArray follow)
    {
        var taken = new BitArray(Characters);
        foreach (var part in parts)
        {
            var first = First(part);
            if (part.IsNullable || Overlap(first, taken) || !Holds(part, follow))
            {
                return false;
            }

            taken.Or(first);
        }

        return true;
    }

    private static void AddFirst(PatternNode node, BitArray first)
    {
        foreach (var set in FirstSets(node))
        {
            set.AddTo(first);
        }
    }

    private static bool Overlap(BitArray left, BitArray right)
    {
        var both = new BitArray(left).And(right);
        for (var c = 0; c < Characters; c++)
        {
            if (both[c])
            {
                return true;
            }
        }

        return false;
    }
}
