using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Tells whether a type is registered by a service attribute.</summary>
internal static class ServiceAttributes
{
    /// <summary>Whether the attribute is one of <c>[Singleton]</c>, <c>[Scoped]</c>, <c>[Transient]</c>, generic or not.</summary>
    public static bool Is(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "SingletonAttribute" or "ScopedAttribute" or "TransientAttribute" } type && type.ContainingNamespace.IsNamed("Covet");

    /// <summary>Whether the class carries one.</summary>
    public static bool IsService(INamedTypeSymbol type) => type.OriginalDefinition.GetAttributes().Any(Is);
}
