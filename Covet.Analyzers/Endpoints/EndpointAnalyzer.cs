namespace Covet.Analyzers.Endpoints;

/// <summary>An analyzer of endpoints, one by one; what is not marked with Covet's attributes costs it nothing.</summary>
internal abstract class EndpointAnalyzer : CovetAnalyzer
{
    protected sealed override void Start(CompilationStartAnalysisContext context)
    {
        Prepare(context.Compilation, context.Options, context.CancellationToken);
        context.RegisterSyntaxNodeAction(
            Visit,
            SyntaxKind.ClassDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.RecordStructDeclaration,
            SyntaxKind.MethodDeclaration);
    }

    /// <summary>Called once a compilation, before any endpoint.</summary>
    protected virtual void Prepare(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
    }

    /// <summary>Called for each endpoint, in parallel.</summary>
    protected abstract void Analyze(EndpointContext context);

    private void Visit(SyntaxNodeAnalysisContext context)
    {
        foreach (var endpoint in EndpointIndex.Of(context.Node, context.Compilation, context.CancellationToken))
        {
            Analyze(new EndpointContext(endpoint, context));
        }
    }
}
