using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Types;

/// <summary>
/// What a type argument is, and what a type parameter asks of it, as texts: the constraint is met where the second are among the first.
/// Of generic types the definition alone counts, as a variant one may fit with other arguments.
/// </summary>
internal static class TypeTraits
{
    private const string Struct = "struct";
    private const string Class = "class";
    private const string Unmanaged = "unmanaged";
    private const string New = "new()";

    /// <summary>What a type parameter asks for.</summary>
    public static IEnumerable<string> Wanted(ITypeParameterSymbol parameter)
    {
        if (parameter.HasValueTypeConstraint)
        {
            yield return Struct;
        }

        if (parameter.HasReferenceTypeConstraint)
        {
            yield return Class;
        }

        if (parameter.HasUnmanagedTypeConstraint)
        {
            yield return Unmanaged;
        }

        if (parameter.HasConstructorConstraint)
        {
            yield return New;
        }

        foreach (var constraint in parameter.ConstraintTypes.OfType<INamedTypeSymbol>())
        {
            yield return AttributeSpecParser.MetadataName(constraint);
        }
    }

    /// <summary>What a type is; nothing where it is open, so that nobody can tell.</summary>
    public static IEnumerable<string> Of(ITypeSymbol type)
    {
        if (type.IsOpen() || type.TypeKind is TypeKind.Dynamic or TypeKind.Error)
        {
            yield break;
        }

        yield return type.IsValueType ? Struct : Class;
        if (type.IsUnmanagedType)
        {
            yield return Unmanaged;
        }

        if (type.IsValueType || type is INamedTypeSymbol { IsAbstract: false } named && named.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public))
        {
            yield return New;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol level)
            {
                yield return AttributeSpecParser.MetadataName(level);
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return AttributeSpecParser.MetadataName(contract);
        }
    }

    /// <summary>Whether a type may stand for a type parameter.</summary>
    public static bool Fits(ITypeSymbol type, ITypeParameterSymbol parameter)
    {
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || type.SpecialType == SpecialType.System_Void || type is INamedTypeSymbol { IsStatic: true } || (type.IsRefLikeType && !parameter.AllowsRefLikeType))
        {
            return false;
        }

        if (parameter.HasValueTypeConstraint && type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return false;
        }

        var wanted = Wanted(parameter).ToList();
        return wanted.Count == 0 || Fits(Of(type).ToList(), wanted);
    }

    /// <summary>Whether what is there is what is asked for.</summary>
    public static bool Fits(IReadOnlyCollection<string> traits, IEnumerable<string> wanted) => traits.Count == 0 || wanted.All(traits.Contains);
}
