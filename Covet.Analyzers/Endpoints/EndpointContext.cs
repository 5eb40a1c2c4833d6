namespace Covet.Analyzers.Endpoints;

/// <summary>An endpoint under analysis, and where findings go.</summary>
internal sealed class EndpointContext(Endpoint endpoint, SyntaxNodeAnalysisContext context)
{
    public Endpoint Endpoint => endpoint;

    public Compilation Compilation => context.Compilation;

    public SemanticModel Model => context.SemanticModel;

    public CancellationToken Cancellation => context.CancellationToken;

    public AnalyzerOptions Options => context.Options;

    /// <summary>The method's declaration where it stands in the class that is analysed; null for what is inherited from another file.</summary>
    public MethodDeclarationSyntax? Declaration => endpoint.Declaration is { } declaration && declaration.SyntaxTree == context.Node.SyntaxTree ? declaration : null;

    /// <summary>Whether one of these names stands in the method: asked before its body is bound, which costs most of an analyzer's time.</summary>
    public bool Mentions(ISet<string> names) => Declaration?.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText)) ?? false;

    /// <summary>The operations of the method's body; none where it is in another file.</summary>
    public IEnumerable<IOperation> Operations()
    {
        var body = Declaration?.Body ?? (SyntaxNode?)Declaration?.ExpressionBody;
        var operation = body is null ? null : context.SemanticModel.GetOperation(body, context.CancellationToken);
        return operation is null ? [] : operation.DescendantsAndSelf();
    }

    public void Report(DiagnosticDescriptor rule, Location? location, params object?[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));

    /// <summary>Reports with what the code fix needs to know.</summary>
    public void Report(DiagnosticDescriptor rule, Location? location, ImmutableDictionary<string, string?> properties, params object?[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, properties, arguments));

    /// <summary>The place of a parameter's name.</summary>
    public Location PlaceOf(IParameterSymbol parameter) => parameter.Locations.FirstOrDefault() ?? Location.None;
}
