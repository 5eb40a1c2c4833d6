using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Validation;

/// <summary>Lets generated code read a member that has rules.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemberUnreachableCodeFix)), Shared]
internal sealed class MemberUnreachableCodeFix() : CovetCodeFix(RuleIds.ValidatedMemberUnreachable)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Node is not PropertyDeclarationSyntax property)
        {
            return;
        }

        var getter = property.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        if (getter is { Modifiers.Count: > 0 })
        {
            target.Replace("Let it be read", "read", getter, getter.WithModifiers(default).WithTriviaFrom(getter));
        }
        else if (!property.Modifiers.Any(SyntaxKind.PublicKeyword))
        {
            target.Replace("Make it public", "public", property, Syntax.WithAccessibility(property, SyntaxKind.PublicKeyword));
        }
    }
}
