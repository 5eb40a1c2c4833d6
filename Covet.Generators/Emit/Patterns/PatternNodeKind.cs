namespace Covet.Generators.Emit.Patterns;

/// <summary>The kinds of a <see cref="PatternNode"/>.</summary>
internal enum PatternNodeKind
{
    /// <summary>One character of a set.</summary>
    Character,

    /// <summary>Parts one after the other.</summary>
    Sequence,

    /// <summary>One of several parts.</summary>
    Choice,

    /// <summary>A part several times.</summary>
    Repeat,
}
