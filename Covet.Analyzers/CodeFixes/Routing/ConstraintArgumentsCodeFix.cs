using System.Text.RegularExpressions;
using Covet.Analyzers.Endpoints;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Puts the limits of a constraint into their order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstraintArgumentsCodeFix)), Shared]
internal sealed class ConstraintArgumentsCodeFix() : CovetCodeFix(RuleIds.ConstraintArguments)
{
    protected override void Offer(FixTarget target)
    {
        foreach (var literal in target.Ancestor<AttributeSyntax>() is { } attribute ? TemplateText.Literals(attribute) : [])
        {
            foreach (Match match in Regex.Matches(literal.Token.Text, @":(range|length)\((?<limits>(?<low>-?\d{1,18}),(?<high>-?\d{1,18}))\)", RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                var (low, high, limits) = (match.Groups["low"].Value, match.Groups["high"].Value, match.Groups["limits"]);
                if (long.Parse(low, System.Globalization.CultureInfo.InvariantCulture) > long.Parse(high, System.Globalization.CultureInfo.InvariantCulture))
                {
                    target.ReplaceText("Swap the limits", "swap", new TextSpan(literal.SpanStart + limits.Index, limits.Length), high + "," + low);
                    return;
                }
            }
        }
    }
}
