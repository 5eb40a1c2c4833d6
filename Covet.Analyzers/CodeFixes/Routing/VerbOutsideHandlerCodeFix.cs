using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Marks the class of a method with a verb attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VerbOutsideHandlerCodeFix)), Shared]
internal sealed class VerbOutsideHandlerCodeFix() : CovetCodeFix(RuleIds.VerbOutsideHandler)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } method)
        {
            return;
        }

        target.Replace("Mark the class [Handler]", "mark", type, Syntax.WithAttribute((MemberDeclarationSyntax)type, "Handler"));
        var isStatic = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (method.Modifiers.Count > 0)
        {
            target.Replace("Make the method static", "static", method, method.WithModifiers(method.Modifiers.Insert(1, isStatic)));
        }
    }
}
