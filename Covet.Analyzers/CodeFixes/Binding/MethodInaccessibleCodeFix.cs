using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Makes a method with a verb attribute public.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MethodInaccessibleCodeFix)), Shared]
internal sealed class MethodInaccessibleCodeFix() : CovetCodeFix(RuleIds.MethodInaccessible)
{
    protected override void Offer(FixTarget target)
    {
        // A local function, a lambda or an accessor stands within a method that is none of the finding's.
        if (target.Node is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method)
        {
            target.Replace("Make the method public", "public", method, Syntax.WithAccessibility(method, SyntaxKind.PublicKeyword));
        }
    }
}
