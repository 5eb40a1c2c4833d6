using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>A handler, and what is wrong with it; the two leave the pipeline by different outputs.</summary>
internal sealed record HandlerParseResult(HandlerSpec? Handler, EquatableArray<DiagnosticSpec> Diagnostics)
{
    /// <summary>Where each route is declared, by <c>endpoint Id + '#' + index</c>; for findings over the whole table.</summary>
    public EquatableArray<RouteLocationSpec> RouteLocations { get; init; }
}
