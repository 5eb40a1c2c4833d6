using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Filters;

/// <summary>Tells the filters of which one instance serves all requests, because no two could differ.</summary>
internal static class FilterState
{
    /// <summary>
    /// Whether a class holds nothing and does nothing when it is made. Only a class that is read here as a whole can be told: what is
    /// compiled may hide its fields, and another generator may add some to a partial class.
    /// </summary>
    public static bool IsNone(INamedTypeSymbol type, CancellationToken cancellation) =>
        type is { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object, DeclaringSyntaxReferences.Length: 1 }
        && type.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is ClassDeclarationSyntax declaration
        && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        && type.GetMembers().All(HoldsNothing);

    private static bool HoldsNothing(ISymbol member) => member switch
    {
        { IsStatic: true } => true,
        IFieldSymbol or IEventSymbol => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } method => method.IsImplicitlyDeclared,
        _ => true,
    };
}
