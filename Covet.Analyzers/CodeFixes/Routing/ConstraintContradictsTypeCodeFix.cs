using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Changes the constraint or the type, so that the two agree.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstraintContradictsTypeCodeFix)), Shared]
internal sealed class ConstraintContradictsTypeCodeFix() : CovetCodeFix(AnalyzerRuleIds.ConstraintContradictsType)
{
    protected override void Offer(FixTarget target)
    {
        var span = target.Diagnostic.Location.SourceSpan;
        var text = target.Root.ToFullString().Substring(span.Start, span.Length);
        if (target.Property("constraint") is { } constraint && target.Property("constraintOfType") is { } fitting && text.IndexOf(":" + constraint, StringComparison.Ordinal) is > 0 and var at)
        {
            target.ReplaceText("Use the constraint '" + fitting + "'", "constraint", new TextSpan(span.Start + at + 1, constraint.Length), fitting);
        }

        var parameter = target.Ancestor<MethodDeclarationSyntax>()?.ParameterList.Parameters.FirstOrDefault(candidate => candidate.Identifier.ValueText == target.Property("parameter"));
        if (parameter?.Type is { } type && target.Property("typeOfConstraint") is { } wanted)
        {
            target.Replace("Make the parameter a '" + wanted + "'", "type", type, SyntaxFactory.ParseTypeName(wanted).WithTriviaFrom(type));
        }
    }
}
