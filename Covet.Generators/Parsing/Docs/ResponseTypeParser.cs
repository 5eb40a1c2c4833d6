using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Docs;

/// <summary>The types that <c>[ProducesResponseType]</c> names: the document needs their schemas.</summary>
internal static class ResponseTypeParser
{
    public static IEnumerable<ITypeSymbol> Parse(INamedTypeSymbol handler, IMethodSymbol method)
    {
        foreach (var attribute in handler.GetAttributes().Concat(method.GetAttributes()))
        {
            if (attribute.IsBroken() || attribute.AttributeClass is not { Name: "ProducesResponseTypeAttribute" or "ProducesDefaultResponseTypeAttribute" } type || !type.ContainingNamespace.IsNamed("Microsoft.AspNetCore.Mvc"))
            {
                continue;
            }

            var named = type.TypeArguments.Concat(attribute.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Type).Select(a => a.Value).OfType<ITypeSymbol>());
            foreach (var response in named.Where(t => t.SpecialType != SpecialType.System_Void && !IsProblem(t)))
            {
                yield return response;
            }
        }
    }

    private static bool IsProblem(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (named.Is("Microsoft.AspNetCore.Mvc", "ProblemDetails") || named.DerivesFrom("Microsoft.AspNetCore.Mvc", "ProblemDetails"));
}
