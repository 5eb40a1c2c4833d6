using Covet.Generators.Parsing;
using Covet.Generators.Routing;

namespace Covet.Analyzers.Rules.Validation;

/// <summary>Regular expressions in rules and routes that match some texts in exponentially many ways.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PatternAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.CatastrophicPattern];

    protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(Visit, SyntaxKind.Attribute);

    private static void Visit(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments is not { Count: > 0 } arguments)
        {
            return;
        }

        if (JsonModels.NameOf(attribute) == "RegularExpression")
        {
            if (context.SemanticModel.GetConstantValue(arguments[0].Expression, context.CancellationToken) is { HasValue: true, Value: string pattern })
            {
                Check(context, pattern, arguments[0].Expression.GetLocation());
            }

            return;
        }

        foreach (var argument in arguments.Where(static argument => argument.Expression is LiteralExpressionSyntax literal && literal.Token.Text.Contains("regex(")))
        {
            if (context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is INamedTypeSymbol type && (type.DerivesFrom("Covet", "VerbAttribute") || type.Is("Covet", "HandlerAttribute"))
                && context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value is string template)
            {
                foreach (var constraint in RoutePatternParser.Parse(template).Pattern?.Parameters.SelectMany(static part => part.Constraints).Where(static constraint => constraint.Pattern is not null) ?? [])
                {
                    Check(context, constraint.Pattern!, argument.Expression.GetLocation());
                }
            }
        }
    }

    private static void Check(SyntaxNodeAnalysisContext context, string pattern, Location place)
    {
        if (PatternAmbiguity.Find(pattern) is { } part)
        {
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.CatastrophicPattern, place, pattern, part));
        }
    }
}
