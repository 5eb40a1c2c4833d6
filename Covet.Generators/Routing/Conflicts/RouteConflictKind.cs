namespace Covet.Generators.Routing.Conflicts;

/// <summary>How two routes stand in each other's way.</summary>
internal enum RouteConflictKind
{
    /// <summary>They differ in the names of their parameters at most.</summary>
    Duplicate,

    /// <summary>A path matches both, and neither is more specific: ASP.NET Core throws on it.</summary>
    Ambiguous,

    /// <summary>Every path of the second goes to the first.</summary>
    Unreachable,
}
