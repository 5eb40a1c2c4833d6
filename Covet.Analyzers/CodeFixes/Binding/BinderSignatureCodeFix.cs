using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Takes the <c>ParameterInfo</c> from a <c>BindAsync</c> that does not look at it, and makes a <c>TryParse</c> public; where the type stands in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BinderSignatureCodeFix)), Shared]
internal sealed class BinderSignatureCodeFix() : CovetCodeFix(RuleIds.BindAsyncSignature, RuleIds.TryParseSignature)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>()?.Type is not { } written || target.Model.GetTypeInfo(written, target.Cancellation).Type is not INamedTypeSymbol type)
        {
            return;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(static candidate => candidate.IsStatic && candidate.Name is "BindAsync" or "TryParse"))
        {
            if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.Cancellation) is not MethodDeclarationSyntax declaration || declaration.SyntaxTree != target.Root.SyntaxTree)
            {
                continue;
            }

            if (target.Diagnostic.Id == RuleIds.BindAsyncSignature && method.Parameters.Length == 2 && method.Parameters[1].Type.Name == "ParameterInfo" && !Uses(declaration, method.Parameters[1].Name))
            {
                var list = declaration.ParameterList;
                target.Replace("Take the ParameterInfo from BindAsync", "info", list, list.WithParameters(list.Parameters.RemoveAt(1)));
                return;
            }

            if (target.Diagnostic.Id == RuleIds.TryParseSignature && method is { DeclaredAccessibility: not Accessibility.Public, ReturnType.SpecialType: SpecialType.System_Boolean } && method.Parameters.Length > 1)
            {
                target.Replace("Make TryParse public", "public", declaration, Syntax.WithAccessibility(declaration, SyntaxKind.PublicKeyword));
                return;
            }
        }
    }

    private static bool Uses(MethodDeclarationSyntax method, string name) =>
        ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name) == true;
}
