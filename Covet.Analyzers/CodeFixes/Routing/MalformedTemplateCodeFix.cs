using Covet.Analyzers.Endpoints;
using Covet.Generators.Routing;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Closes a brace, takes an empty segment or a query out, and a question mark where none may stand: what makes the template a good one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MalformedTemplateCodeFix)), Shared]
internal sealed class MalformedTemplateCodeFix() : CovetCodeFix(RuleIds.MalformedTemplate, RuleIds.MisplacedParameter)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<AttributeSyntax>() is not { } attribute)
        {
            return;
        }

        // What a literal without escapes holds is what stands in it.
        foreach (var literal in TemplateText.Literals(attribute).Where(static literal => literal.Token.Text == "\"" + literal.Token.ValueText + "\""))
        {
            var text = literal.Token.ValueText;
            foreach (var (title, at, length, instead) in Repairs(text))
            {
                if (RoutePatternParser.Parse(text.Remove(at, length).Insert(at, instead)).Pattern is not null)
                {
                    target.ReplaceText(title, title, new TextSpan(literal.SpanStart + 1 + at, length), instead);
                    return;
                }
            }
        }
    }

    private static IEnumerable<(string Title, int At, int Length, string Instead)> Repairs(string text)
    {
        var open = text.LastIndexOf('{');
        if (open >= 0 && text.IndexOf('}', open) < 0)
        {
            var end = text.IndexOf('/', open);
            yield return ("Close the brace", end < 0 ? text.Length : end, 0, "}");
        }

        if (text.IndexOf("//", StringComparison.Ordinal) is >= 0 and var empty)
        {
            yield return ("Leave the empty segment out", empty, 2, "/");
        }

        for (var mark = text.IndexOf("?}", StringComparison.Ordinal); mark >= 0; mark = text.IndexOf("?}", mark + 1, StringComparison.Ordinal))
        {
            yield return ("Leave the question mark out", mark, 1, "");
        }

        if (text.IndexOf('?') is >= 0 and var query)
        {
            yield return ("Leave the query out", query, text.Length - query, "");
        }
    }
}
