using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

/// <summary>Warns as the analyzer of trimming does, which comes with the SDK and not with the compiler: at what has <c>[RequiresUnreferencedCode]</c>.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // The rules are for analyzers that a compiler loads; this one runs in the tests alone.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RequiresCodeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("IL2026", "Requires unreferenced code", "'{0}' requires unreferenced code", "Trimming", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            static node =>
            {
                var symbol = node.SemanticModel.GetSymbolInfo(node.Node, node.CancellationToken).Symbol;
                if (symbol?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "RequiresUnreferencedCodeAttribute") ?? false)
                {
                    node.ReportDiagnostic(Diagnostic.Create(Rule, node.Node.GetLocation(), symbol.Name));
                }
            },
            Microsoft.CodeAnalysis.CSharp.SyntaxKind.Attribute,
            Microsoft.CodeAnalysis.CSharp.SyntaxKind.InvocationExpression);
    }
}
#pragma warning restore RS1036, RS1038, RS1041
