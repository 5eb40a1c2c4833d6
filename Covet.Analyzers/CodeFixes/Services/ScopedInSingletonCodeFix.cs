namespace Covet.Analyzers.CodeFixes.Services;

/// <summary>Makes the singleton scoped, as what it keeps is; a handler is made for each request again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScopedInSingletonCodeFix)), Shared]
internal sealed class ScopedInSingletonCodeFix() : CovetCodeFix(AnalyzerRuleIds.ScopedInSingleton)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<TypeDeclarationSyntax>() is not { } type)
        {
            return;
        }

        if (Syntax.Attributes(type.AttributeLists, "Singleton").FirstOrDefault() is { } attribute)
        {
            SimpleNameSyntax? name = attribute.Name switch
            {
                GenericNameSyntax generic => generic.WithIdentifier(SyntaxFactory.Identifier("Scoped")),
                IdentifierNameSyntax => SyntaxFactory.IdentifierName("Scoped"),
                _ => null,
            };
            if (name is not null)
            {
                target.Replace("Make '" + type.Identifier.ValueText + "' scoped", "scoped", attribute.Name, name.WithTriviaFrom(attribute.Name));
            }
        }
        else if (Syntax.Attributes(type.AttributeLists, "Handler").FirstOrDefault() is { ArgumentList: { } arguments } handler
            && arguments.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Lifetime") is { } lifetime)
        {
            var kept = arguments.Arguments.Remove(lifetime);
            target.Replace("Make '" + type.Identifier.ValueText + "' for each request", "request", handler, handler.WithArgumentList(kept.Count == 0 ? null : arguments.WithArguments(kept)));
        }
    }
}
