namespace Covet.Generators.Model;

/// <summary>What <c>[assembly: CovetJsonOptions]</c> says; its enums are numbers, as in System.Text.Json.</summary>
internal sealed record JsonOptionsSpec
{
    public static readonly JsonOptionsSpec Default = new();

    /// <summary><c>JsonKnownNamingPolicy</c>; camel case by default.</summary>
    public int NamingPolicy { get; init; } = 1;

    public int DictionaryKeyPolicy { get; init; }

    public int DefaultIgnoreCondition { get; init; }

    public int NumberHandling { get; init; } = 1;

    public bool RelaxedEscaping { get; init; }

    public bool WriteIndented { get; init; }

    public bool SkipComments { get; init; }

    public bool AllowTrailingCommas { get; init; }

    public int MaxDepth { get; init; }

    public bool RespectNullableAnnotations { get; init; } = true;

    public bool RespectRequiredConstructorParameters { get; init; }

    public bool AllowDuplicateProperties { get; init; } = true;

    public bool PropertyNameCaseInsensitive { get; init; } = true;

    public bool UseStringEnums { get; init; }

    public bool IncludeFields { get; init; }

    public bool IgnoreReadOnlyProperties { get; init; }

    public bool IgnoreReadOnlyFields { get; init; }

    public bool DisallowUnmapped { get; init; }

    public bool Populate { get; init; }

    public bool AllowOutOfOrderMetadata { get; init; }

    /// <summary>Whether the run time needs settings other than its defaults.</summary>
    public bool HasSettings => RelaxedEscaping || WriteIndented || SkipComments || AllowTrailingCommas || MaxDepth != 0 || !AllowDuplicateProperties || NumberHandling != 1
        || !PropertyNameCaseInsensitive || NamingPolicy != 1 || DictionaryKeyPolicy != 0 || DefaultIgnoreCondition != 0;
}
