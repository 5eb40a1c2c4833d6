using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>Small questions about symbols, asked by name so that no lookup in the compilation is needed.</summary>
internal static class Symbols
{
    /// <summary>Whether a type is the named one; generics by their definition's name.</summary>
    public static bool Is(this ITypeSymbol? type, string containingNamespace, string name) =>
        type is not null && type.Name == name && type.ContainingType is null && type.ContainingNamespace.IsNamed(containingNamespace);

    /// <summary>Whether a namespace has a dotted name.</summary>
    public static bool IsNamed(this INamespaceSymbol? symbol, string name)
    {
        var end = name.Length;
        while (symbol is { IsGlobalNamespace: false })
        {
            var part = symbol.Name;
            var start = end - part.Length;
            if (start < 0 || string.CompareOrdinal(name, start, part, 0, part.Length) != 0 || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            symbol = symbol.ContainingNamespace;
            if (start == 0)
            {
                return symbol is null or { IsGlobalNamespace: true };
            }

            end = start - 1;
        }

        return false;
    }

    /// <summary>The type below <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol UnwrapNullable(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether null is allowed: annotated, <c>Nullable&lt;T&gt;</c>, or a reference in oblivious code.</summary>
    public static bool AllowsNull(this ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    /// <summary>The base types from the type itself upwards, without <c>object</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether a type derives from the named one or is it.</summary>
    public static bool DerivesFrom(this INamedTypeSymbol? type, string containingNamespace, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(containingNamespace, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type has the named interface or is it.</summary>
    public static bool Implements(this ITypeSymbol type, string containingNamespace, string name) =>
        type.Is(containingNamespace, name) || type.AllInterfaces.Any(contract => contract.Is(containingNamespace, name));

    /// <summary>Whether code elsewhere in the assembly can name the type.</summary>
    public static bool IsAccessibleInAssembly(this ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType.IsAccessibleInAssembly();
            case INamedTypeSymbol named:
                for (INamedTypeSymbol? current = named; current is not null; current = current.ContainingType)
                {
                    if (current.IsFileLocal
                        || current.TypeArguments.Any(argument => !argument.IsAccessibleInAssembly())
                        || current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>Whether code of an assembly can name the type: nothing of it is private, or internal elsewhere.</summary>
    public static bool IsAccessibleFrom(this ITypeSymbol type, IAssemblySymbol from)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType.IsAccessibleFrom(from);
            case INamedTypeSymbol named:
                if (!named.IsAccessibleInAssembly() || (!named.IsUnboundGenericType && !named.TypeArguments.All(argument => argument.IsAccessibleFrom(from))))
                {
                    return false;
                }

                for (INamedTypeSymbol? current = named; current is not null; current = current.ContainingType)
                {
                    if (current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal && !current.IsWithin(from))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>Whether a symbol's internals are those of an assembly, its own or one that opens them to it.</summary>
    public static bool IsWithin(this ISymbol symbol, IAssemblySymbol from) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, from) || (symbol.ContainingAssembly?.GivesAccessTo(from) ?? false);

    /// <summary>Whether code of an assembly can call a method by its name: no accessor, operator or local function, and neither private nor internal elsewhere.</summary>
    public static bool IsCallable(this IMethodSymbol method, IAssemblySymbol from) => method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => method.IsWithin(from),
        _ => false,
    };

    /// <summary>Whether a type still has type parameters in it.</summary>
    public static bool IsOpen(this ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => array.ElementType.IsOpen(),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType?.IsOpen() ?? false),
        _ => false,
    };

    /// <summary>Whether a generic type stands so often within itself that it can only come of one that grows without end, as <c>Node&lt;T&gt;</c> does where it holds a <c>Node&lt;List&lt;T&gt;&gt;</c>.</summary>
    public static bool IsEndless(this ITypeSymbol type) => IsEndless(type, []);

    private static bool IsEndless(ITypeSymbol type, Stack<string> around)
    {
        const int Most = 4;
        var (name, arguments) = type switch
        {
            IArrayTypeSymbol array => ("[]", [array.ElementType]),
            INamedTypeSymbol { TypeArguments.IsEmpty: false } named => (named.OriginalDefinition.MetadataName, named.TypeArguments),
            _ => ("", System.Collections.Immutable.ImmutableArray<ITypeSymbol>.Empty),
        };
        if (arguments.IsEmpty)
        {
            return false;
        }

        if (around.Count(other => other == name) == Most)
        {
            return true;
        }

        around.Push(name);
        var isEndless = arguments.Any(argument => IsEndless(argument, around));
        around.Pop();
        return isEndless;
    }

    /// <summary>The place of a symbol in the source, or null where it has none.</summary>
    public static Model.LocationSpec? Place(this ISymbol symbol) => Place(symbol.Locations.FirstOrDefault());

    /// <summary>A location as a value.</summary>
    public static Model.LocationSpec? Place(Location? location) =>
        location is { IsInSource: true } ? new Model.LocationSpec(location.SourceTree!.FilePath, location.SourceSpan.Start, location.SourceSpan.Length) : null;

    /// <summary>The place of an attribute in the source.</summary>
    public static Model.LocationSpec? Place(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference ? new Model.LocationSpec(reference.SyntaxTree.FilePath, reference.Span.Start, reference.Span.Length) : null;
}
