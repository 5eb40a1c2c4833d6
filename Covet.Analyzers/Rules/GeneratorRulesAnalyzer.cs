using System.Collections.Concurrent;
using Covet.Analyzers.Rules.Json;
using Covet.Generators;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Parsing.Json;
using Covet.Generators.Parsing.Modules;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.Rules;

/// <summary>
/// Reports what blocks generation, each under its own rule: what the generator's parser finds, so that the two never
/// disagree. The generator reports the same places as CVT0001, for builds without analyzers.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GeneratorRulesAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. RuleCatalog.OfTheSource];

    protected override void Start(CompilationStartAnalysisContext context)
    {
        var findings = new Findings();
        context.RegisterSyntaxNodeAction(
            findings.VisitDeclaration,
            SyntaxKind.ClassDeclaration,
            SyntaxKind.StructDeclaration,
            SyntaxKind.RecordDeclaration,
            SyntaxKind.RecordStructDeclaration,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration,
            SyntaxKind.GetAccessorDeclaration,
            SyntaxKind.SetAccessorDeclaration,
            SyntaxKind.InitAccessorDeclaration,
            SyntaxKind.AddAccessorDeclaration,
            SyntaxKind.RemoveAccessorDeclaration,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression);
        context.RegisterSyntaxNodeAction(findings.VisitModel, SyntaxKind.Attribute);
        context.RegisterSemanticModelAction(findings.VisitCalls);
        context.RegisterCompilationEndAction(findings.End);
    }

    private sealed class Findings
    {
        // The types of two handlers are often the same, and so is what is wrong with them.
        private readonly ConcurrentDictionary<DiagnosticSpec, byte> reported = new();
        private readonly ConcurrentBag<HandlerParseResult> handlers = [];

        public void VisitDeclaration(SyntaxNodeAnalysisContext context)
        {
            if (!DeclarationParser.IsCandidate(context.Node) || DeclarationParser.Parse(context.Node, context.Compilation, context.CancellationToken) is not { } result)
            {
                return;
            }

            if (result.Handler is { } handler)
            {
                handlers.Add(handler);
                Report(handler.Diagnostics, context.Compilation, context.ReportDiagnostic);
            }

            Report(result.Services?.Diagnostics ?? default, context.Compilation, context.ReportDiagnostic);
        }

        public void VisitModel(SyntaxNodeAnalysisContext context)
        {
            var syntax = (AttributeSyntax)context.Node;
            if (JsonModels.NameOf(syntax) != "JsonModel")
            {
                return;
            }

            var target = JsonModels.TargetOf(syntax, context.SemanticModel, context.CancellationToken);
            var attribute = target?.GetAttributes().FirstOrDefault(candidate => candidate.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span);
            if (attribute?.AttributeClass.Is("Covet", "JsonModelAttribute") == true)
            {
                Report(JsonModelParser.Parse(target!, [attribute], context.Compilation, context.CancellationToken).Diagnostics, context.Compilation, context.ReportDiagnostic);
            }
        }

        // By the text first: a walk over every name of every file would cost more than all else here.
        public void VisitCalls(SemanticModelAnalysisContext context)
        {
            var tree = context.SemanticModel.SyntaxTree;
            if (!GenericUses.MayCall(tree, context.CancellationToken))
            {
                return;
            }

            foreach (var name in tree.GetRoot(context.CancellationToken).DescendantNodes().Where(JsonCallParser.IsCandidate))
            {
                if (JsonCallParser.Parse(name, context.SemanticModel.Compilation, context.CancellationToken) is { } result)
                {
                    Report(result.Diagnostics, context.SemanticModel.Compilation, context.ReportDiagnostic);
                }
            }
        }

        public void End(CompilationAnalysisContext context)
        {
            var merged = LooseHandlers.Merge(handlers).ToList();
            var application = new ApplicationSpec(
                ModuleParser.Assembly(context.Compilation),
                merged.Where(static result => result.Handler is not null).Select(static result => result.Handler!).OrderBy(static handler => handler.Type.FullName, StringComparer.Ordinal).ToEquatableArray(),
                default,
                ModuleParser.Parse(context.Compilation, context.CancellationToken));
            var locations = merged.SelectMany(static result => result.RouteLocations).ToList();
            Report(RouteFindings.Find(application, context.CancellationToken).Select(finding => RouteFindings.Locate(finding, locations)), context.Compilation, context.ReportDiagnostic);
        }

        private void Report(IEnumerable<DiagnosticSpec> specs, Compilation compilation, Action<Diagnostic> report)
        {
            foreach (var spec in specs)
            {
                if (reported.TryAdd(spec, 0))
                {
                    Location[] others = DiagnosticReporter.Find(spec.Other, compilation) is { } other ? [other] : [];
                    report(Diagnostic.Create(RuleCatalog.Get(spec.RuleId), DiagnosticReporter.Find(spec.Location, compilation), others, [.. spec.Arguments]));
                }
            }
        }
    }
}
