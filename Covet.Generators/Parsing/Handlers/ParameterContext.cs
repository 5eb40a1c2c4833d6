using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>What the strategies need to know besides the parameter: the routes around it and where findings go.</summary>
internal sealed record ParameterContext(
    IReadOnlyList<RouteSpec> Routes,
    IReadOnlyList<IReadOnlyList<string>> RouteParameters,
    bool HasBody,
    DiagnosticSink Sink,
    List<ITypeSymbol> JsonTypes,
    List<ITypeSymbol> ValidatedTypes,
    Compilation Compilation)
{
    /// <summary>The types of the parameter objects around the parameter, the outermost first; empty for a method's own.</summary>
    public IReadOnlyList<ITypeSymbol> Within { get; init; } = [];

    /// <summary>Whether some route has a parameter of that name.</summary>
    public bool InSomeRoute(string name) => RouteParameters.Any(names => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether every route has a parameter of that name.</summary>
    public bool InEveryRoute(string name) => RouteParameters.All(names => names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
