namespace Covet.Generators.Model;

/// <summary>The faults of route templates.</summary>
internal enum RouteTemplateErrorKind
{
    /// <summary>It begins with <c>~</c> without a slash after it.</summary>
    Tilde,

    /// <summary>Two slashes stand side by side.</summary>
    EmptySegment,

    /// <summary>A brace has no partner.</summary>
    UnbalancedBrace,

    /// <summary>A brace inside a parameter is not doubled.</summary>
    UnescapedBrace,

    /// <summary>A literal has a question mark.</summary>
    QuestionMark,
    ParameterName,
    DuplicateParameter,
    OptionalCatchAll,
    OptionalWithDefault,

    /// <summary>A catch-all is not the last segment.</summary>
    CatchAllNotLast,

    /// <summary>A catch-all shares its segment.</summary>
    CatchAllInSegment,

    /// <summary>An optional parameter shares its segment without a period before it.</summary>
    OptionalWithoutPeriod,

    /// <summary>An optional parameter has something after it in its segment.</summary>
    OptionalNotLast,

    /// <summary>Two parameters stand side by side.</summary>
    AdjacentParameters,
    UnknownConstraint,
    ConstraintArguments,
}
