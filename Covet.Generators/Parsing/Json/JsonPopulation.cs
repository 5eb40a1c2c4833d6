using Covet.Generators.Parsing.Types;
using Covet.Generators.Model;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Says which types can be filled in place (<c>JsonObjectCreationHandling.Populate</c>).</summary>
internal static class JsonPopulation
{
    /// <summary>The type whose value reading a member fills; null where it makes a new one.</summary>
    /// <param name="context">The type that has the member.</param>
    /// <param name="constructor">The constructor of that type.</param>
    /// <param name="symbol">The member.</param>
    /// <param name="type">The member's type; null where a converter reads it.</param>
    /// <param name="setter">How the member is set.</param>
    public static ITypeSymbol? Filled(JsonParseContext context, IMethodSymbol? constructor, ISymbol symbol, ITypeSymbol? type, JsonAccess setter)
    {
        var own = symbol.Json("JsonObjectCreationHandlingAttribute").FirstNumber();
        var ofType = own ?? symbol.ContainingType.Json("JsonObjectCreationHandlingAttribute").FirstNumber();
        var wanted = ofType ?? (context.Options.Populate ? 1 : 0);
        if (wanted != 1 || (own is null && context.Options.IgnoreReadOnlyProperties && symbol is IPropertySymbol { SetMethod: null }))
        {
            return null;
        }

        var filled = type is null ? null : Fills(type);
        var isCopy = type is { IsValueType: true } && setter == JsonAccess.None;
        if (constructor is { Parameters.IsEmpty: false })
        {
            // As in System.Text.Json, where the option has no effect on such a type and the attribute is refused.
            if (ofType == 1 && (own == 1 || filled is not null))
            {
                context.Problem(JsonUse.Read, RuleIds.JsonAttributeInvalid, symbol, "JsonObjectCreationHandling", "the member '" + symbol.Name + "'", "its type is made by a constructor with parameters, so there is no value yet that could be filled");
            }

            return null;
        }

        if (own == 1 && (filled is null || isCopy))
        {
            context.Problem(JsonUse.Read, RuleIds.JsonAttributeInvalid, symbol, "JsonObjectCreationHandling", "the member '" + symbol.Name + "'", isCopy
                ? "a struct is handed out as a copy, so the member must have a setter that puts it back"
                : type is null ? "its converter makes a new value; remove one of the two attributes" : "only collections that have an Add, dictionaries, and classes and structs with properties can be filled");
        }

        return isCopy ? null : filled;
    }

    // The type itself, or that within Nullable.
    private static ITypeSymbol? Fills(ITypeSymbol type)
    {
        var inner = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return CanFill(inner) ? inner : null;
    }

    private static bool CanFill(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || KnownTypes.Of(type) != KnownType.None || type.TypeKind is TypeKind.Enum || type.HasJson("JsonConverterAttribute")
            || named.ContainingNamespace.IsNamed("System.Collections.Immutable"))
        {
            return false;
        }

        if (type.Implements("System.Collections", "IEnumerable"))
        {
            // A dictionary that is a struct is filled through an interface, which has a copy of it.
            return (named.Implements("System.Collections.Generic", "ICollection") || named.Implements("System.Collections", "IList") || named.Implements("System.Collections", "IDictionary")
                || named.DerivesFrom("System.Collections.Generic", "Queue") || named.DerivesFrom("System.Collections.Generic", "Stack")
                || named.DerivesFrom("System.Collections.Concurrent", "ConcurrentQueue") || named.DerivesFrom("System.Collections.Concurrent", "ConcurrentStack"))
                && !(type.IsValueType && (named.Implements("System.Collections.Generic", "IDictionary") || named.Implements("System.Collections", "IDictionary")));
        }

        // Required members whose setter has code, or beside a constructor with parameters, belong to an object initializer.
        return type.TypeKind is TypeKind.Class or TypeKind.Struct && !(named is { Name: "KeyValuePair", Arity: 2 } && named.ContainingNamespace.IsNamed("System.Collections.Generic"))
            && JsonConstructorParser.Choose(named) is { } constructor
            && !named.SelfAndBases().SelectMany(current => current.GetMembers()).Any(member => member is IPropertySymbol { IsRequired: true, SetMethod: not null } property
                && (!constructor.Parameters.IsEmpty || !JsonMemberParser.IsAuto(property)));
    }
}
