namespace Covet.Generators.Model;

/// <summary>One rule, ready to be written as code.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Code">The machine-readable code: the attribute's name in snake case.</param>
/// <param name="Format">The message's format as a C# expression: a literal, or a resource property.</param>
internal sealed record ValidationRuleSpec(ValidationRuleKind Kind, string Code, string Format)
{
    /// <summary>The attribute as the user wrote it, for comments.</summary>
    public string Display { get; init; } = "";

    /// <summary>Whether <see cref="Format"/> is read from a resource, in the client's language.</summary>
    public bool FormatIsResource { get; init; }

    /// <summary>C# expressions, by kind: lengths, limits, a pattern and its timeout, values, the values of an enum.</summary>
    public EquatableArray<string> Arguments { get; init; }

    /// <summary>The text of a pattern.</summary>
    public string? Pattern { get; init; }

    /// <summary>The attribute, the predicate, the method, the other member, or the enum; as C#.</summary>
    public string? Target { get; init; }

    /// <summary>The type that a range compares, or the type that a comparison or a cast needs.</summary>
    public string? Operand { get; init; }

    /// <summary>How a range compares.</summary>
    public ValidationRangeMode RangeMode { get; init; }

    /// <summary>Whether the limits of a range are made once, by parsing.</summary>
    public bool LimitsAreFields { get; init; }

    public bool MinimumIsExclusive { get; init; }

    public bool MaximumIsExclusive { get; init; }

    /// <summary>By kind: <c>AllowEmptyStrings</c>; <c>StringLength</c> without a minimum; a flags enum; a method that takes a context.</summary>
    public bool Flag { get; init; }
}
