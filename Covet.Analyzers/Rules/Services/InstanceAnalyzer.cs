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
            || call.ArgumentList.Arguments.Count == 0 || Made(call.ArgumentList.Arguments[call.ArgumentList.Arguments.Count - 1].Expression, context) is not { } creation)
        {
            return;
        }

        if (context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type is INamedTypeSymbol type
            && (type.Implements("System", "IDisposable") || type.Implements("System", "IAsyncDisposable"))
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.InstanceNotDisposed, call.ArgumentList.Arguments[call.ArgumentList.Arguments.Count - 1].Expression.GetLocation(), type.Name));
        }
    }

    // The instance is made in the call, or just before it, kept in a variable that nobody disposes.
    private static BaseObjectCreationExpressionSyntax? Made(ExpressionSyntax argument, SyntaxNodeAnalysisContext context)
    {
        if (argument is not IdentifierNameSyntax name)
        {
            return argument as BaseObjectCreationExpressionSyntax;
        }

        return context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is ILocalSymbol { IsUsing: false } local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation } declarator
            && !IsDisposed(declarator) ? creation : null;
    }

    private static bool IsDisposed(VariableDeclaratorSyntax declarator) =>
        declarator.Ancestors().First(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Any(member => member.Name.Identifier.ValueText is "Dispose" or "DisposeAsync" && member.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == declarator.Identifier.ValueText);
}
