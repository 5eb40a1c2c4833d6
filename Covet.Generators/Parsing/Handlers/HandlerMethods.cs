using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Finds the methods of a handler that have verb attributes, inherited ones included.</summary>
internal static class HandlerMethods
{
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var levels = type.SelfAndBases().ToList();
        var result = new List<IMethodSymbol>();
        foreach (var method in levels.SelectMany(level => level.GetMembers().OfType<IMethodSymbol>()))
        {
            if (seen.Contains(method))
            {
                continue;
            }

            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                seen.Add(overridden);
            }

            if (Verbs(method).Count > 0)
            {
                result.Add(method);
            }
        }

        return result;
    }

    /// <summary>The verb attributes of a method, or of the one that it overrides.</summary>
    public static List<AttributeData> Verbs(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            var verbs = current.GetAttributes().Where(attribute => attribute.AttributeClass.DerivesFrom("Covet", "VerbAttribute")).ToList();
            if (verbs.Count > 0)
            {
                return verbs;
            }
        }

        return [];
    }
}
