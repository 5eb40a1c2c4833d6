using System.Text.RegularExpressions;
using Covet.Analyzers.Endpoints;
using Covet.Analyzers.Rules.Routing;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Puts the constraint that was probably meant in the place of an unknown one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownConstraintCodeFix)), Shared]
internal sealed class UnknownConstraintCodeFix() : CovetCodeFix(RuleIds.UnknownConstraint)
{
    private static readonly string[] Known = ["int", "bool", "datetime", "decimal", "double", "float", "guid", "long", "minlength", "maxlength", "length", "min", "max", "range", "alpha", "regex", "required", "file", "nonfile"];

    // Names of types and of other frameworks.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = "int", ["int32"] = "int", ["int64"] = "long", ["uuid"] = "guid", ["boolean"] = "bool", ["date"] = "datetime", ["dateonly"] = "datetime",
        ["single"] = "float", ["number"] = "double", ["letters"] = "alpha",
    };

    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<AttributeSyntax>() is not { } attribute)
        {
            return;
        }

        foreach (var literal in TemplateText.Literals(attribute))
        {
            foreach (Match match in Regex.Matches(literal.Token.Text, @":(?<name>[A-Za-z0-9]+)(?=[:}?=])", RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                var name = match.Groups["name"];
                if (!Known.Contains(name.Value, StringComparer.OrdinalIgnoreCase) && (Meant.TryGetValue(name.Value, out var meant) ? meant : Spelling.Nearest(name.Value, Known)) is { } constraint)
                {
                    target.ReplaceText("Use the constraint '" + constraint + "'", "constraint", new TextSpan(literal.SpanStart + name.Index, name.Length), constraint);
                    return;
                }
            }
        }
    }
}
