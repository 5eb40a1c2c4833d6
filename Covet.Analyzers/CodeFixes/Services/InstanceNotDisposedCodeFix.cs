namespace Covet.Analyzers.CodeFixes.Services;

/// <summary>Registers a factory, so that the container makes the instance and disposes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InstanceNotDisposedCodeFix)), Shared]
internal sealed class InstanceNotDisposedCodeFix() : CovetCodeFix(AnalyzerRuleIds.InstanceNotDisposed)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<BaseObjectCreationExpressionSyntax>() is ObjectCreationExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "AddKeyedSingleton" } } } } } creation)
        {
            var factory = SyntaxFactory.ParseExpression("_ => " + creation.WithoutTrivia().ToFullString());
            target.Replace("Register a factory", "factory", creation, factory);
        }
    }
}
