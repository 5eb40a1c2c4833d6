using System.Collections.Concurrent;
using Covet.Analyzers.Endpoints;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Aot;

/// <summary>Reflection, dynamic code and reflecting serializers that a handler reaches, in a project that becomes native code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReflectionAnalyzer : EndpointAnalyzer
{
    private const int MaximumDepth = 12;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.ReflectionReachable];

    protected override void Analyze(EndpointContext context)
    {
        if (context.Declaration is null || !ProjectFacts.IsAot(context.Options) || !CompilationFacts.Of(context.Compilation).Uses(Forbidden.Names))
        {
            return;
        }

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Walk(context, context.Operations(), seen, depth: 0);
    }

    private static void Walk(EndpointContext context, IEnumerable<IOperation> operations, HashSet<ISymbol> seen, int depth)
    {
        foreach (var operation in operations)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (Forbidden.Of(operation) is { } what)
            {
                if (Rules.Json.Shapes.IsFirst(context.Compilation, operation.Syntax.SpanStart.ToString(System.Globalization.CultureInfo.InvariantCulture) + operation.Syntax.SyntaxTree.FilePath, context.Compilation.Assembly))
                {
                    context.Report(AnalyzerRules.ReflectionReachable, operation.Syntax.GetLocation(), what.Name, what.Does, context.Endpoint.Name);
                }
            }
            else if (depth < MaximumDepth && Called(operation) is { } method && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly) && seen.Add(method))
            {
                Walk(context, Body(method, context), seen, depth + 1);
                foreach (var implementation in Implementations.Of(method, context.Compilation).Where(seen.Add))
                {
                    Walk(context, Body(implementation, context), seen, depth + 1);
                }
            }
        }
    }

    private static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.GetMethod?.OriginalDefinition,
        IObjectCreationOperation creation => creation.Constructor?.OriginalDefinition,
        _ => null,
    };

    private static IEnumerable<IOperation> Body(IMethodSymbol method, EndpointContext context)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode? body = reference.GetSyntax(context.Cancellation) switch
            {
                BaseMethodDeclarationSyntax declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody,
                AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
                ArrowExpressionClauseSyntax arrow => arrow,
                _ => null,
            };
            if (body is null || body.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            {
                continue;
            }

#pragma warning disable RS1030 // The method may stand in another file than the handler; it is bound only where a handler reaches it.
            var model = body.SyntaxTree == context.Model.SyntaxTree ? context.Model : context.Compilation.GetSemanticModel(body.SyntaxTree);
#pragma warning restore RS1030
            if (model.GetOperation(body, context.Cancellation) is { } operation)
            {
                foreach (var descendant in operation.DescendantsAndSelf())
                {
                    yield return descendant;
                }
            }
        }
    }
}
