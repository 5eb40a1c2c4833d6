using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Services;

/// <summary>Follows constructors from service to service.</summary>
internal sealed class ServiceWalk(Dictionary<ISymbol, List<ServiceRegistration>> byService)
{
    private readonly HashSet<ISymbol> inCycles = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> kept = new(SymbolEqualityComparer.Default);

    /// <summary>Reports the scoped services that a singleton keeps, by itself or by transient services between.</summary>
    public void ReportScoped(INamedTypeSymbol singleton, Action<Diagnostic> report)
    {
        foreach (var parameter in Parameters(singleton))
        {
            if (FindScoped(parameter.Type, [], "") is { } found && kept.Add(parameter))
            {
                report(Diagnostic.Create(AnalyzerRules.ScopedInSingleton, parameter.Locations.FirstOrDefault(), singleton.Name, found.Name, found.Way));
            }
        }
    }

    /// <summary>Reports a circle through a service, once for all that are in it.</summary>
    public void ReportCycle(INamedTypeSymbol start, Action<Diagnostic> report)
    {
        if (!inCycles.Contains(start) && FindCycle(start, start, [start]) is { } circle)
        {
            inCycles.UnionWith(circle);
            var names = string.Join(" needs ", circle.Append(start).Select(static type => type.Name));
            report(Diagnostic.Create(AnalyzerRules.ServiceCycle, start.Locations.FirstOrDefault(), start.Name, names));
        }
    }

    private (string Name, string Way)? FindScoped(ITypeSymbol service, HashSet<ISymbol> seen, string way)
    {
        foreach (var registration in Registrations(service))
        {
            if (registration.Lifetime == 1)
            {
                return (service.Name, way);
            }

            if (registration is { Lifetime: 2, Implementation: { } made } && seen.Add(made))
            {
                foreach (var parameter in Parameters(made))
                {
                    if (FindScoped(parameter.Type, seen, " by way of '" + made.Name + "'") is { } found)
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    private List<INamedTypeSymbol>? FindCycle(INamedTypeSymbol start, INamedTypeSymbol at, List<INamedTypeSymbol> path)
    {
        foreach (var next in Parameters(at).SelectMany(parameter => Registrations(parameter.Type)).Select(static registration => registration.Implementation).OfType<INamedTypeSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(next, start))
            {
                return path;
            }

            if (!path.Contains(next, SymbolEqualityComparer.Default) && path.Count < 20 && FindCycle(start, next, [.. path, next]) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }

    private List<ServiceRegistration> Registrations(ITypeSymbol service) =>
        service is INamedTypeSymbol named && byService.TryGetValue(named.OriginalDefinition, out var list) ? list : [];

    private static ImmutableArray<IParameterSymbol> Parameters(INamedTypeSymbol type) => ConstructorParser.Choose(type, out _)?.Parameters ?? [];
}
