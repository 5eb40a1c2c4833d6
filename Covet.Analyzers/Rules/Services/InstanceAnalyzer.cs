using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Services;

/// <summary>Disposable instances that are handed to the container, which disposes only what it makes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InstanceAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.InstanceNotDisposed];

    protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(Visit, SyntaxKind.InvocationExpression);

    private static void Visit(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" }
            || call.ArgumentList.Arguments.Count == 0 || call.ArgumentList.Arguments[call.ArgumentList.Arguments.Count - 1].Expression is not BaseObjectCreationExpressionSyntax creation)
        {
            return;
        }

        if (context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type is INamedTypeSymbol type
            && (type.Implements("System", "IDisposable") || type.Implements("System", "IAsyncDisposable"))
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.InstanceNotDisposed, creation.GetLocation(), type.Name));
        }
    }
}
