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
    /// <param name="getter">How the member is got.</param>
    /// <param name="setter">How the member is set.</param>
    public static ITypeSymbol? Filled(JsonParseContext context, IMethodSymbol? constructor, ISymbol symbol, ITypeSymbol? type, JsonAccess getter, JsonAccess setter)
    {
        var own = symbol.Json("JsonObjectCreationHandlingAttribute").FirstNumber();
        var ofType = own ?? context.Type.Json("JsonObjectCreationHandlingAttribute").FirstNumber();
        var readOnlyIgnored = symbol is IPropertySymbol ? context.Options.IgnoreReadOnlyProperties : context.Options.IgnoreReadOnlyFields;
        if ((ofType ?? (context.Options.Populate ? 1 : 0)) != 1 || (own is null && ((readOnlyIgnored && setter == JsonAccess.None) || context.Type.HasJson("JsonDerivedTypeAttribute"))))
        {
            return null;
        }

        var filled = type is null ? null : Fills(type);
        var reason = filled is null ? WhyNot(type)
            : getter == JsonAccess.None ? "it has no getter that hands out the value"
            : type!.IsValueType && setter == JsonAccess.None ? "a struct is handed out as a copy, so the member must have a setter that puts it back"
            : null;

        // As in System.Text.Json, where the option has no effect on such a type and the attribute is refused.
        var isLate = constructor is { Parameters.IsEmpty: false };
        if (isLate && ofType == 1 && (own == 1 || reason is null))
        {
            reason = "its type is made by a constructor with parameters, so there is no value yet that could be filled";
            own = 1;
        }

        if (own == 1 && reason is not null)
        {
            context.Problem(JsonUse.Read, RuleIds.JsonAttributeInvalid, symbol, "JsonObjectCreationHandling", "the member '" + symbol.Name + "'", reason);
        }

        return reason is null && !isLate ? filled : null;
    }

    private static string WhyNot(ITypeSymbol? type) => type is null ? "its converter makes a new value; remove one of the two attributes"
        : type.HasJson("JsonDerivedTypeAttribute") ? "the input may hold another of its type's derived types than the value is"
        : "only collections that have an Add, dictionaries, and classes and structs with properties can be filled";

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
            return named.Implements("System.Collections.Generic", "ICollection") || named.Implements("System.Collections", "IList") || named.Implements("System.Collections", "IDictionary")
                || named.DerivesFrom("System.Collections", "Queue") || named.DerivesFrom("System.Collections", "Stack")
                || named.DerivesFrom("System.Collections.Generic", "Queue") || named.DerivesFrom("System.Collections.Generic", "Stack")
                || named.DerivesFrom("System.Collections.Concurrent", "ConcurrentQueue") || named.DerivesFrom("System.Collections.Concurrent", "ConcurrentStack");
        }

        // What stands in the input may be another type than the value that exists. Pairs and memory are made as a whole.
        return type.TypeKind is TypeKind.Class or TypeKind.Struct && JsonConstructorParser.Choose(named) is not null && !type.HasJson("JsonDerivedTypeAttribute")
            && !(named is { Name: "KeyValuePair", Arity: 2 } && named.ContainingNamespace.IsNamed("System.Collections.Generic"))
            && !(named is { Name: "Memory" or "ReadOnlyMemory", Arity: 1 } && named.ContainingNamespace.IsNamed("System"));
    }
}
