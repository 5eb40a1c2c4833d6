namespace Covet.Generators.Emit.Patterns;

/// <summary>A part of a pattern: of its four fields, those that its kind uses.</summary>
internal sealed class PatternNode
{
    /// <summary>Stands for "no end" in <see cref="Maximum"/>.</summary>
    public const int Unbounded = int.MaxValue;

    private PatternNode(PatternNodeKind kind, CharSet? set, IReadOnlyList<PatternNode> parts, int minimum = 1, int maximum = 1)
    {
        Kind = kind;
        Set = set;
        Parts = parts;
        Minimum = minimum;
        Maximum = maximum;
    }

    public PatternNodeKind Kind { get; }

    public CharSet? Set { get; }

    public IReadOnlyList<PatternNode> Parts { get; }

    public int Minimum { get; }

    public int Maximum { get; }

    /// <summary>Whether the empty text matches.</summary>
    public bool IsNullable => Kind switch
    {
        PatternNodeKind.Character => false,
        PatternNodeKind.Sequence => Parts.All(static part => part.IsNullable),
        PatternNodeKind.Choice => Parts.Any(static part => part.IsNullable),
        _ => Minimum == 0 || Parts[0].IsNullable,
    };

    public static PatternNode Character(CharSet set) => new(PatternNodeKind.Character, set, []);

    public static PatternNode Sequence(IReadOnlyList<PatternNode> parts) => parts.Count == 1 ? parts[0] : new(PatternNodeKind.Sequence, null, parts);

    public static PatternNode Choice(IReadOnlyList<PatternNode> parts) => parts.Count == 1 ? parts[0] : new(PatternNodeKind.Choice, null, parts);

    public static PatternNode Repeat(PatternNode part, int minimum, int maximum) => new(PatternNodeKind.Repeat, null, [part], minimum, maximum);
}
