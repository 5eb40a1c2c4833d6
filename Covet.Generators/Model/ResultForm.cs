namespace Covet.Generators.Model;

/// <summary>The form in which a type of <c>TypedResults</c> is written by generated code.</summary>
internal enum ResultForm
{
    /// <summary>By its own <c>ExecuteAsync</c>, which has nothing to do with JSON.</summary>
    Other,

    /// <summary>A status alone.</summary>
    Status,

    /// <summary>A status and a JSON body.</summary>
    Value,

    /// <summary>A status and a problem document.</summary>
    ProblemValue,

    /// <summary>A status and a <c>Location</c>.</summary>
    Located,

    /// <summary>A status, a <c>Location</c> and a JSON body.</summary>
    LocatedValue,

    /// <summary>A status and a <c>Location</c> made from a route.</summary>
    Routed,

    /// <summary>A status, a <c>Location</c> made from a route, and a JSON body.</summary>
    RoutedValue,

    /// <summary><c>JsonHttpResult&lt;T&gt;</c>: its own status and content type.</summary>
    JsonValue,

    /// <summary><c>ProblemHttpResult</c>.</summary>
    Problem,

    /// <summary><c>ValidationProblem</c>.</summary>
    ValidationProblem,
}
