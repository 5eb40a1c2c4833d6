using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Removes an attribute that stands twice, and lets the second of two ambiguous routes come after the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteConflictCodeFix)), Shared]
internal sealed class RouteConflictCodeFix() : CovetCodeFix(RuleIds.DuplicateRoute, RuleIds.AmbiguousRoutes)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<AttributeSyntax>() is not { Parent.Parent: MethodDeclarationSyntax method } attribute)
        {
            return;
        }

        if (target.Diagnostic.Id == RuleIds.AmbiguousRoutes)
        {
            if (attribute.ArgumentList is { } list && list.Arguments.All(static argument => argument.NameEquals?.Name.Identifier.ValueText != "Order"))
            {
                var order = SyntaxFactory.ParseAttributeArgumentList("(Order = 1)")!.Arguments[0];
                target.Replace("Let it come second: Order = 1", "order", attribute, attribute.WithArgumentList(list.AddArguments(order)));
            }
        }
        else if (method.AttributeLists.SelectMany(static list => list.Attributes).Any(other => other != attribute && SyntaxFactory.AreEquivalent(other, attribute)))
        {
            target.Replace("Remove it", "remove", method, Syntax.WithoutAttribute(method, attribute));
        }
    }
}
