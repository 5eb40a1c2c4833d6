using System.Runtime.CompilerServices;

namespace Covet.Analyzers.Rules.Aot;

/// <summary>What a call of an interface's method, or of one that is overridden, may reach in the application.</summary>
internal static class Implementations
{
    private static readonly ConditionalWeakTable<Compilation, List<INamedTypeSymbol>> Classes = new();

    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method, Compilation compilation)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface && !method.IsAbstract && !method.IsVirtual && !method.IsOverride)
        {
            return [];
        }

        var classes = Classes.GetValue(compilation, static key => [.. All(key.Assembly.GlobalNamespace)]);
        return method.ContainingType.TypeKind == TypeKind.Interface
            ? classes.Select(type => Implementation(type, method)).OfType<IMethodSymbol>().Where(found => SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, compilation.Assembly))
            : classes.SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>().Where(found => SymbolEqualityComparer.Default.Equals(found.OverriddenMethod?.OriginalDefinition, method));
    }

    // A generic interface is implemented in one of its closed forms.
    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        var contract = type.AllInterfaces.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.ContainingType));
        var member = contract?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method));
        return member is null ? null : type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
    }

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type ? All(type).Prepend(type) : All(member));
}
