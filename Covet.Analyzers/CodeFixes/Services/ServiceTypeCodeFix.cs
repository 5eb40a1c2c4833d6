using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Services;

/// <summary>Registers a class as itself where it is not what it is registered as, and makes an abstract one sealed where nothing in it is abstract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServiceTypeCodeFix)), Shared]
internal sealed class ServiceTypeCodeFix() : CovetCodeFix(RuleIds.ServiceType)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<AttributeSyntax>() is { Name: GenericNameSyntax { Identifier: var name } generic })
        {
            target.Replace("Register it as itself: [" + name.ValueText + "]", "itself", generic, SyntaxFactory.IdentifierName(name.ValueText).WithTriviaFrom(generic));
        }
        else if (target.Node is TypeDeclarationSyntax type && type.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.AbstractKeyword)) is { RawKind: not 0 } isAbstract
            && !type.Members.Any(static member => member.Modifiers.Any(SyntaxKind.AbstractKeyword)))
        {
            target.Replace("Make the class sealed instead of abstract", "sealed", type, type.ReplaceToken(isAbstract, SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTriviaFrom(isAbstract)));
        }
    }
}
