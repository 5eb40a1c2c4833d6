using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Reads what rules need to know of a value's type.</summary>
internal static class ValueParser
{
    public static ValidationValueSpec Parse(ITypeSymbol type)
    {
        var below = type.UnwrapNullable();
        var isNullable = !ReferenceEquals(below, type);
        return new ValidationValueSpec(TypeRefFactory.Create(below).FullName, KnownTypes.Of(below), isNullable || !type.IsValueType)
        {
            IsNullableStruct = isNullable,
            Count = Count(below),
            EnumUnderlying = below is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } ? KnownTypes.Of(underlying) : KnownType.None,
        };
    }

    // DataAnnotations counts text, arrays, ICollection, and whatever has a public int Count.
    private static string? Count(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Array)
        {
            return "Length";
        }

        if (type is INamedTypeSymbol named)
        {
            var owners = named.TypeKind == TypeKind.Interface ? new[] { named }.Concat(named.AllInterfaces) : named.SelfAndBases();
            if (owners.SelectMany(owner => owner.GetMembers("Count")).Any(member => member is IPropertySymbol { IsStatic: false, Type.SpecialType: SpecialType.System_Int32, DeclaredAccessibility: Accessibility.Public }))
            {
                return "Count";
            }
        }

        return type.AllInterfaces.Concat(type.TypeKind == TypeKind.Interface ? [(INamedTypeSymbol)type] : []).Any(contract => contract.Name == "IEnumerable") ? "" : null;
    }
}
