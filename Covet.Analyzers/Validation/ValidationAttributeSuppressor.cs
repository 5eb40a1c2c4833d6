namespace Covet.Analyzers.Validation;

/// <summary>
/// Takes IL2026 and IL3050 off attributes of DataAnnotations on the members of models: <c>[MinLength]</c>, <c>[MaxLength]</c>,
/// <c>[Length]</c> and <c>[Range(typeof(T), ...)]</c> warn because they look at values by reflection when they are run, and
/// Covet runs code that the generator made of them instead. Who runs them through <c>Validator</c> is warned there.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ValidationAttributeSuppressor : DiagnosticSuppressor
{
    private const string Reason = "Covet generates code for the rule and never runs the attribute.";

    private static readonly SuppressionDescriptor Trimming = new("CVTS0601", "IL2026", Reason);
    private static readonly SuppressionDescriptor DynamicCode = new("CVTS0602", "IL3050", Reason);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Trimming, DynamicCode];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && IsRule(context.GetSemanticModel(tree).GetTypeInfo(attribute, context.CancellationToken).Type))
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == Trimming.SuppressedDiagnosticId ? Trimming : DynamicCode, diagnostic));
            }
        }
    }

    // Those of the framework: what a user's own attribute does, its author shall hear about.
    private static bool IsRule(ITypeSymbol? type)
    {
        var isOfFramework = type?.ContainingNamespace.ToDisplayString() == "System.ComponentModel.DataAnnotations";
        for (var current = type?.BaseType; isOfFramework && current is not null; current = current.BaseType)
        {
            if (current.Name == "ValidationAttribute")
            {
                return true;
            }
        }

        return false;
    }
}
