using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Makes a method with a verb attribute public.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MethodInaccessibleCodeFix)), Shared]
internal sealed class MethodInaccessibleCodeFix() : CovetCodeFix(RuleIds.MethodInaccessible)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is { } method)
        {
            target.Replace("Make the method public", "public", method, Syntax.WithAccessibility(method, SyntaxKind.PublicKeyword));
        }
    }
}
