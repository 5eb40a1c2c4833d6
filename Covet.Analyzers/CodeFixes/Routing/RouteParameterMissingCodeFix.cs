using Covet.Analyzers.Endpoints;
using Covet.Analyzers.Rules.Routing;
using Covet.Generators.Routing;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Names the route parameter that was probably meant, or adds the missing one to the template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteParameterMissingCodeFix)), Shared]
internal sealed class RouteParameterMissingCodeFix() : CovetCodeFix(RuleIds.RouteParameterMissing)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { Parent.Parent: MethodDeclarationSyntax method } parameter || Syntax.Attributes(parameter.AttributeLists, "FromRoute").FirstOrDefault() is not { } source)
        {
            return;
        }

        var given = source.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")?.Expression as LiteralExpressionSyntax;
        var name = given?.Token.ValueText ?? parameter.Identifier.ValueText;
        var literals = method.AttributeLists.SelectMany(static list => list.Attributes).SelectMany(TemplateText.Literals).ToList();
        var names = literals.SelectMany(static literal => RoutePatternParser.Parse(literal.Token.ValueText).Pattern?.Parameters.Select(static part => part.Text) ?? []);
        if (Spelling.Nearest(name, names) is { } nearest)
        {
            var named = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("FromRoute"), SyntaxFactory.ParseAttributeArgumentList("(Name = " + SymbolDisplay.FormatLiteral(nearest, quote: true) + ")"));
            target.Replace("Take the route parameter '" + nearest + "'", "nearest", source, named);
        }

        if (literals.Count == 1 && literals[0].Token.Text is var text && text == "\"" + literals[0].Token.ValueText + "\"" && !text.Contains("{*"))
        {
            var separator = text.Length == 2 || text.EndsWith("/\"", StringComparison.Ordinal) ? "" : "/";
            target.ReplaceText("Add '{" + name + "}' to the route", "add", new TextSpan(literals[0].Span.End - 1, 0), separator + "{" + name + "}");
        }
    }
}
