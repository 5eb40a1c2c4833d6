using Covet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing;

/// <summary>
/// The IDs of <c>[Experimental]</c> that code which names some symbols is warned with. Whoever wrote the handler has decided at
/// their own line; generated code goes on from there.
/// </summary>
internal static class ExperimentalParser
{
    /// <summary>The IDs of symbols, and of the types in their signatures.</summary>
    public static EquatableArray<string> Of(IEnumerable<ISymbol?> symbols)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var symbol in symbols)
        {
            Add(symbol, found, seen);
        }

        return found.Count == 0 ? default : found.ToEquatableArray();
    }

    /// <summary>The IDs of a type, of its members and of what its attributes name: all that a codec, a validator or a binder of it can name.</summary>
    public static EquatableArray<string> OfModel(ITypeSymbol type) => Of(Model(type));

    /// <summary>A type with its members and those that it inherits.</summary>
    public static IEnumerable<ISymbol?> Model(ITypeSymbol type)
    {
        yield return type;
        if (type is not INamedTypeSymbol named || named.ContainingNamespace.IsNamed("System") || named.SpecialType != SpecialType.None)
        {
            yield break;
        }

        foreach (var member in named.SelfAndBases().SelectMany(static level => level.GetMembers()).Where(static member => member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor }))
        {
            yield return member;
            foreach (var attribute in member.GetAttributes())
            {
                yield return attribute.AttributeClass;
            }
        }

        foreach (var attribute in type.GetAttributes())
        {
            yield return attribute.AttributeClass;
            foreach (var argument in attribute.ConstructorArguments.Where(static argument => argument.Kind == TypedConstantKind.Type))
            {
                yield return argument.Value as ITypeSymbol;
            }
        }
    }

    private static void Add(ISymbol? symbol, SortedSet<string> found, HashSet<ISymbol> seen)
    {
        if (symbol is IArrayTypeSymbol array)
        {
            Add(array.ElementType, found, seen);
            return;
        }

        if (symbol is null or ITypeParameterSymbol || !seen.Add(symbol))
        {
            return;
        }

        AddOwn(symbol, found);
        Add(symbol.ContainingType, found, seen);
        switch (symbol)
        {
            case INamedTypeSymbol type:
                AddOwn(type.ContainingAssembly, found);
                foreach (var argument in type.TypeArguments)
                {
                    Add(argument, found, seen);
                }

                break;
            case IMethodSymbol method:
                Add(method.ReturnType, found, seen);
                foreach (var parameter in method.Parameters)
                {
                    Add(parameter.Type, found, seen);
                }

                break;
            case IPropertySymbol property:
                Add(property.Type, found, seen);
                break;
            case IFieldSymbol field:
                Add(field.Type, found, seen);
                break;
        }
    }

    // What is no identifier is the compiler's to report, and would break the line of the directive.
    private static void AddOwn(ISymbol? symbol, SortedSet<string> found)
    {
        foreach (var attribute in symbol?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute")
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is string id
                && SyntaxFacts.IsValidIdentifier(id))
            {
                found.Add(id);
            }
        }
    }
}
