using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Json;

namespace Covet.Analyzers.Rules.Json;

/// <summary>The generic methods and types of a program that hand a type parameter of theirs to <c>CovetJson</c>. Found when the first call asks.</summary>
internal sealed class GenericUses(Compilation compilation)
{
    private ILookup<ISymbol, (ITypeSymbol Type, string Method)>? uses;
    private HashSet<string>? names;

    /// <summary>Whether a file may call <c>CovetJson</c>, by its text alone.</summary>
    public static bool MayCall(SyntaxTree tree, CancellationToken cancellation) => tree.GetText(cancellation).ToString().Contains("erialize");

    /// <summary>Whether something of that name can be a use; null is what a name does not tell.</summary>
    public bool MayBeUsed(string? name, CancellationToken cancellation)
    {
        var known = names ??= [.. Known(cancellation).Select(static group => group.Key.Name)];
        return name is null ? known.Count > 0 : known.Contains(name);
    }

    /// <summary>What a generic method or type gives to <c>CovetJson</c> when it is used with some type arguments; what stays open is not among it.</summary>
    public IEnumerable<(ITypeSymbol Type, string Method)> Of(ISymbol used, ImmutableArray<ITypeSymbol> arguments, CancellationToken cancellation) => Known(cancellation)[used.OriginalDefinition]
        .Select(use => (Type: Close(use.Type, used.OriginalDefinition, arguments), use.Method))
        .Where(static use => use.Type is not null && !use.Type.IsOpen())
        .Select(static use => (use.Type!, use.Method));

    private ILookup<ISymbol, (ITypeSymbol Type, string Method)> Known(CancellationToken cancellation) =>
        uses ??= Find(cancellation).Distinct().ToLookup(static use => use.Owner, static use => (use.Type, use.Method), SymbolEqualityComparer.Default);

    private IEnumerable<(ISymbol Owner, ITypeSymbol Type, string Method)> Find(CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => MayCall(tree, cancellation)))
        {
#pragma warning disable RS1030 // Another file's model is needed, once a compilation that has generic code.
            var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            foreach (var name in tree.GetRoot(cancellation).DescendantNodes().Where(JsonCallParser.IsCandidate))
            {
                if (JsonCallParser.MethodOf((SimpleNameSyntax)name, model, cancellation) is ({ } method, _) && OwnerOf(method.TypeArguments[0]) is { } owner)
                {
                    yield return (owner.OriginalDefinition, method.TypeArguments[0], method.Name);
                }
            }
        }
    }

    // Where two generics have their part in a type, a use of one does not tell all of it.
    private static ISymbol? OwnerOf(ITypeSymbol type)
    {
        var owners = Parameters(type).Select(static parameter => (ISymbol?)parameter.DeclaringMethod ?? parameter.DeclaringType).Distinct(SymbolEqualityComparer.Default).ToList();
        return owners.Count == 1 ? owners[0] : null;
    }

    private static IEnumerable<ITypeParameterSymbol> Parameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => [parameter],
        IArrayTypeSymbol array => Parameters(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parameters),
        _ => [],
    };

    private ITypeSymbol? Close(ITypeSymbol type, ISymbol owner, ImmutableArray<ITypeSymbol> arguments) => type switch
    {
        ITypeParameterSymbol parameter => parameter.Ordinal < arguments.Length && SymbolEqualityComparer.Default.Equals((ISymbol?)parameter.DeclaringMethod ?? parameter.DeclaringType, owner) ? arguments[parameter.Ordinal] : null,
        IArrayTypeSymbol array => Close(array.ElementType, owner, arguments) is { } element ? compilation.CreateArrayTypeSymbol(element, array.Rank) : null,
        INamedTypeSymbol { ContainingType: null, TypeArguments.IsEmpty: false } named => named.TypeArguments.Select(argument => Close(argument, owner, arguments)).ToArray() is var closed && closed.All(static argument => argument is not null) ? named.OriginalDefinition.Construct(closed!) : null,
        _ => type.IsOpen() ? null : type,
    };
}
