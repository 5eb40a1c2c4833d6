using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>What collections and dictionaries have in common.</summary>
internal static class JsonCollectionTypes
{
    /// <summary>The spec with its item, or what stands in for one that has no JSON form.</summary>
    public static JsonTypeSpec Element(JsonParseContext context, JsonTypeSpec spec, ITypeSymbol element)
    {
        if (JsonTypeParser.UnsupportedInside(element) is { } reason)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonTypeUnsupported, context.Type, "The item of '" + context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'", element.ToDisplayString(), reason);
            element = context.Compilation.GetSpecialType(SpecialType.System_Object);
        }

        return spec with
        {
            Element = context.Reach(element, JsonNumberTypes.Handles(element) ? context.NumberHandling : null),
            ElementNullable = element.AllowsNull(),
            ElementAnnotated = element.NullableAnnotation == NullableAnnotation.Annotated,
        };
    }

    /// <summary>Reports, where that is not known otherwise, that a collection can only be written.</summary>
    public static string? NoConstructor(JsonParseContext context, INamedTypeSymbol type, bool isKnown)
    {
        if (isKnown)
        {
            return null;
        }

        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        const string WayOut = "it is a collection that cannot be made and filled; use a List or an array, or give it a public constructor without parameters and an Add method";
        context.Problem(JsonUse.Read, RuleIds.JsonCannotBeRead, type, name, WayOut);
        return name + ": " + WayOut;
    }

    /// <summary>Whether code can make one without arguments.</summary>
    public static bool CanMake(INamedTypeSymbol type) =>
        !type.IsAbstract && (type.IsValueType || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public));

    /// <summary>Whether it is a class of that name or derives from it.</summary>
    public static bool Derives(INamedTypeSymbol type, string containingNamespace, string name) => type.DerivesFrom(containingNamespace, name);

    /// <summary>Whether the framework has it, so that its own enumerator is the one to use.</summary>
    public static bool IsOfFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System";
    }

    /// <summary>The class whose factory methods make an immutable collection; null for others.</summary>
    public static string? ImmutableFactory(INamedTypeSymbol type) => type.Name switch
    {
        "ImmutableArray" or "ImmutableList" or "ImmutableHashSet" or "ImmutableSortedSet" or "ImmutableQueue" or "ImmutableStack" or "ImmutableDictionary" or "ImmutableSortedDictionary" => type.Name,
        "IImmutableList" => "ImmutableList",
        "IImmutableSet" => "ImmutableHashSet",
        "IImmutableQueue" => "ImmutableQueue",
        "IImmutableStack" => "ImmutableStack",
        "IImmutableDictionary" => "ImmutableDictionary",
        _ => null,
    } is { } name ? "global::System.Collections.Immutable." + name : null;

    /// <summary>The interface of that name that the type is or has.</summary>
    public static INamedTypeSymbol? Interface(INamedTypeSymbol type, string containingNamespace, string name, int arity)
    {
        if (Matches(type))
        {
            return type;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (Matches(contract))
            {
                return contract;
            }
        }

        return null;

        bool Matches(INamedTypeSymbol candidate) => candidate.TypeKind == TypeKind.Interface && candidate.Arity == arity && candidate.Is(containingNamespace, name);
    }
}
