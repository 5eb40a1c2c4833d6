using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Json;

/// <summary>
/// Uses of generic code that hands a type parameter to <c>CovetJson</c>, with a type that nothing generates a reader and writer for. A call
/// whose type is known where it stands has them made, or does not compile.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CodecAnalyzer : CovetAnalyzer
{
    /// <summary>Which of a finding's properties holds the type, as a documentation comment names it.</summary>
    public const string TypeProperty = "type";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.NoCodec];

    protected override void Start(CompilationStartAnalysisContext context)
    {
        var codecs = new Codecs(context.Compilation);
        var uses = new GenericUses(context.Compilation);

        // By the text first: most programs have nothing of this.
        if (!context.Compilation.SyntaxTrees.Any(tree => GenericUses.MayCall(tree, context.CancellationToken)))
        {
            return;
        }

        context.RegisterSyntaxNodeAction(Visit, SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);

        void Visit(SyntaxNodeAnalysisContext node)
        {
            if (!uses.MayBeUsed(NameOf(node.Node), node.CancellationToken) || Used(node) is not ({ } used, var arguments))
            {
                return;
            }

            foreach (var (type, method) in uses.Of(used, arguments, node.CancellationToken))
            {
                if (!codecs.Has(type, node.CancellationToken))
                {
                    node.ReportDiagnostic(Diagnostic.Create(
                        AnalyzerRules.NoCodec,
                        PlaceOf(node.Node),
                        ImmutableDictionary<string, string?>.Empty.Add(TypeProperty, type is INamedTypeSymbol { IsGenericType: false } ? DocumentationCommentId.CreateReferenceId(type) : null),
                        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                        used.Name,
                        method));
                }
            }
        }
    }

    // The last part of the name that a call or a creation has; null where it has none, as for new().
    private static string? NameOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression),
        ObjectCreationExpressionSyntax creation => NameOf(creation.Type),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static (ISymbol? Used, ImmutableArray<ITypeSymbol> Arguments) Used(SyntaxNodeAnalysisContext node) => node.SemanticModel.GetSymbolInfo(node.Node, node.CancellationToken).Symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsGenericType: true } type } => (type, type.TypeArguments),
        IMethodSymbol { IsGenericMethod: true } method => (method.ReducedFrom?.Construct([.. method.TypeArguments]) ?? method, method.TypeArguments),
        _ => default,
    };

    private static Location PlaceOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.Expression.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        _ => node.GetLocation(),
    };
}
