using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Json;

/// <summary>Calls of <c>CovetJson</c> with a type that nothing generates a reader and writer for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CodecAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.NoCodec];

    /// <summary>The type whose codec a call of <c>CovetJson</c> takes; null for other calls, and where a type parameter says it.</summary>
    public static ITypeSymbol? TypeOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "CovetJson" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CovetJson" } or AliasQualifiedNameSyntax { Name.Identifier.ValueText: "CovetJson" } }
        && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { TypeArguments.Length: 1 } method
        && method.ContainingType.Is("Covet", "CovetJson")
        && method.TypeArguments[0] is { TypeKind: not TypeKind.Error } type
        && !type.IsOpen()
            ? type
            : null;

    protected override void Start(CompilationStartAnalysisContext context)
    {
        var codecs = new Codecs(context.Compilation);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var call = (InvocationExpressionSyntax)node.Node;
                if (TypeOf(call, node.SemanticModel, node.CancellationToken) is { } type && !codecs.Has(type, node.CancellationToken))
                {
                    var member = (MemberAccessExpressionSyntax)call.Expression;
                    node.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.NoCodec, member.GetLocation(), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), member.Name.Identifier.ValueText));
                }
            },
            SyntaxKind.InvocationExpression);
    }
}
