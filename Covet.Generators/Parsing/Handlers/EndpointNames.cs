using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Gives each method of a handler a name of its own: its own, and overloads a number that no method is named like.</summary>
internal sealed class EndpointNames(INamedTypeSymbol type, IReadOnlyCollection<IMethodSymbol> methods)
{
    private readonly Dictionary<string, int> counts = [];

    public string Of(IMethodSymbol method)
    {
        counts[method.Name] = counts.TryGetValue(method.Name, out var before) ? before + 1 : 1;

        // Static methods outside a handler come one by one, so their number is that of their place in the class.
        var number = methods.Count == 1
            ? type.GetMembers(method.Name).TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method)).Count(other => other is IMethodSymbol { IsStatic: true }) * (method.IsStatic ? 1 : 0)
            : before;
        if (number == 0)
        {
            return method.Name;
        }

        var name = method.Name + "_0" + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        while (methods.Any(other => other.Name == name) || !type.GetMembers(name).IsEmpty)
        {
            name += "_0";
        }

        return name;
    }
}
