using Covet.Generators.Parsing.Types;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Says which types can be filled in place (<c>JsonObjectCreationHandling.Populate</c>).</summary>
internal static class JsonPopulation
{
    public static bool CanFill(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || KnownTypes.Of(type) != KnownType.None || type.TypeKind is TypeKind.Enum || type.HasJson("JsonConverterAttribute")
            || named.ContainingNamespace.IsNamed("System.Collections.Immutable"))
        {
            return false;
        }

        if (type.Implements("System.Collections", "IEnumerable"))
        {
            return named.Implements("System.Collections.Generic", "ICollection") || named.Implements("System.Collections", "IList") || named.Implements("System.Collections", "IDictionary")
                || named.DerivesFrom("System.Collections.Generic", "Queue") || named.DerivesFrom("System.Collections.Generic", "Stack")
                || named.DerivesFrom("System.Collections.Concurrent", "ConcurrentQueue") || named.DerivesFrom("System.Collections.Concurrent", "ConcurrentStack");
        }

        // An object that is made by a constructor with parameters cannot be filled, nor can a struct, which a property hands out as a copy.
        // So with required members whose setter has code, which belong to an object initializer.
        return type.TypeKind == TypeKind.Class && JsonConstructorParser.Choose(named) is { Parameters.IsEmpty: true }
            && !named.SelfAndBases().SelectMany(current => current.GetMembers()).Any(member => member is IPropertySymbol { IsRequired: true, SetMethod: not null } property && !JsonMemberParser.IsAuto(property));
    }
}
