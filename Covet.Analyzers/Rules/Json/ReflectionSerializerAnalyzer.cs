using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Json;

/// <summary>Calls of <c>JsonSerializer</c> that look types up by reflection, in a project that becomes native code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReflectionSerializerAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.ReflectionSerializer];

    /// <summary>Whether a call of <c>JsonSerializer</c> is given no type information.</summary>
    public static bool NeedsReflection(IMethodSymbol method) =>
        method.ContainingType.Is("System.Text.Json", "JsonSerializer")
        && (method.Name.StartsWith("Serialize", StringComparison.Ordinal) || method.Name.StartsWith("Deserialize", StringComparison.Ordinal))
        && !method.Parameters.Any(static parameter => parameter.Type.Name is "JsonTypeInfo" or "JsonSerializerContext");

    protected override void Start(CompilationStartAnalysisContext context)
    {
        if (ProjectFacts.IsAot(context.Options))
        {
            context.RegisterSyntaxNodeAction(Visit, SyntaxKind.InvocationExpression);
        }
    }

    private static void Visit(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "JsonSerializer" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "JsonSerializer" } } member
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
            && NeedsReflection(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.ReflectionSerializer, member.GetLocation(), method.Name));
        }
    }
}
