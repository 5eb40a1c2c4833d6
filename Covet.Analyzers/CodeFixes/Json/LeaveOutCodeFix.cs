using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Leaves a member out of JSON: the way back of a circle, what has no form there, or the second of one name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutCodeFix)), Shared]
internal sealed class LeaveOutCodeFix() : CovetCodeFix(AnalyzerRuleIds.BackReference, RuleIds.JsonTypeUnsupported, RuleIds.JsonNameConflict)
{
    private const string Title = "Leave it out: [JsonIgnore]";
    private const string Attribute = "System.Text.Json.Serialization.JsonIgnore";

    protected override void Offer(FixTarget target)
    {
        switch (target.Node)
        {
            case PropertyDeclarationSyntax property:
                target.Replace(Title, "ignore", property, Syntax.WithAttribute(property, Attribute));
                break;
            case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field }:
                target.Replace(Title, "ignore", field, Syntax.WithAttribute(field, Attribute));
                break;
            case ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter when target.Diagnostic.Id != RuleIds.JsonTypeUnsupported:
                target.Replace(Title, "ignore", parameter, Syntax.WithAttribute(parameter, "property: " + Attribute));
                break;
            case TypeDeclarationSyntax type when type.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.FileKeyword):
                target.Replace("Make the type internal", "internal", type, Syntax.WithAccessibility(type, SyntaxKind.InternalKeyword));
                break;
        }
    }
}
