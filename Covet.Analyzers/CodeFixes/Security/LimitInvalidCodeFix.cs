using System.Text.RegularExpressions;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Security;

/// <summary>Writes a period that is in words as Covet reads it: <c>1 minute</c> becomes <c>1m</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LimitInvalidCodeFix)), Shared]
internal sealed class LimitInvalidCodeFix() : CovetCodeFix(RuleIds.LimitInvalid)
{
    protected override void Offer(FixTarget target)
    {
        foreach (var literal in target.Ancestor<AttributeSyntax>()?.DescendantNodes().OfType<LiteralExpressionSyntax>() ?? [])
        {
            if (Regex.Match(literal.Token.Text, @"^""(?<count>\d+)\s*(?<unit>milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?)""$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)) is { Success: true } match)
            {
                var unit = match.Groups["unit"].Value.ToLowerInvariant();
                var period = match.Groups["count"].Value + (unit.StartsWith("milli", StringComparison.Ordinal) ? "ms" : unit.Substring(0, 1));
                target.ReplaceText("Write '" + period + "'", "period", new TextSpan(literal.SpanStart + 1, literal.Span.Length - 2), period);
            }
        }
    }
}
