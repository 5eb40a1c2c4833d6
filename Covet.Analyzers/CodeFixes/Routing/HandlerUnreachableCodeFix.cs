using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Makes a handler internal where it is private or of its file, and concrete where it is abstract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerUnreachableCodeFix)), Shared]
internal sealed class HandlerUnreachableCodeFix() : CovetCodeFix(RuleIds.HandlerUnreachable)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Node is not TypeDeclarationSyntax type)
        {
            return;
        }

        var isAbstract = type.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.AbstractKeyword));
        if (isAbstract != default && !type.Members.Any(static member => member.Modifiers.Any(SyntaxKind.AbstractKeyword)))
        {
            var sealedToken = SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTriviaFrom(isAbstract);
            target.Replace("Make the class sealed instead of abstract", "sealed", type, type.ReplaceToken(isAbstract, sealedToken));
        }

        if (type.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.FileKeyword or SyntaxKind.ProtectedKeyword))
        {
            target.Replace("Make the class internal", "internal", type, Syntax.WithAccessibility(type, SyntaxKind.InternalKeyword));
        }
    }
}
