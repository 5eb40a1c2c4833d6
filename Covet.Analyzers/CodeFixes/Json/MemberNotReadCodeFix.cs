namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Gives a property a setter, and a field its place in JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MemberNotReadCodeFix)), Shared]
internal sealed class MemberNotReadCodeFix() : CovetCodeFix(AnalyzerRuleIds.MemberNotRead)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<PropertyDeclarationSyntax>() is { AccessorList: { } accessors } property)
        {
            if (accessors.Accessors.FirstOrDefault(static accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration && accessor.Modifiers.Count > 0) is { } setter)
            {
                target.Replace("Let anyone set it", "set", setter, setter.WithModifiers(default).WithTriviaFrom(setter));
                return;
            }

            var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(SyntaxFactory.Space);
            var kept = accessors.Accessors.Where(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
            target.Replace("Let it be set when it is made: init", "init", property, property.WithAccessorList(accessors.WithAccessors([.. kept, init])));
        }
        else if (target.Ancestor<FieldDeclarationSyntax>() is { } field)
        {
            target.Replace("Include the field: [JsonInclude]", "include", field, Syntax.WithAttribute(field, "System.Text.Json.Serialization.JsonInclude"));
        }
    }
}
