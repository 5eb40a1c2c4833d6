namespace Covet.Analyzers.CodeFixes.Security;

/// <summary>Calls the method of Entity Framework that makes parameters of what is interpolated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SqlFromTextCodeFix)), Shared]
internal sealed class SqlFromTextCodeFix() : CovetCodeFix(AnalyzerRuleIds.SqlFromText)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<InterpolatedStringExpressionSyntax>() is { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } } } }
            && name.Identifier.ValueText is "FromSqlRaw" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "SqlQueryRaw")
        {
            var safe = name.Identifier.ValueText.Replace("Raw", "");
            target.Replace("Pass it as a parameter: " + safe, "parameter", name, name.WithIdentifier(SyntaxFactory.Identifier(safe)).WithTriviaFrom(name));
        }
    }
}
