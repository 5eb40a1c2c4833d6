using System.Collections.Concurrent;
using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Services;

/// <summary>
/// Services that nothing registers, scoped ones that a singleton keeps, and circles; with what can be seen: service
/// attributes, and calls of the application. Only types of the application itself are asked for: what a library brings, it
/// registers by means of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ServiceGraphAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AnalyzerRules.ServiceNotRegistered, AnalyzerRules.ScopedInSingleton, AnalyzerRules.ServiceCycle];

    protected override void Start(CompilationStartAnalysisContext context)
    {
        var graph = new Collected();
        context.RegisterSyntaxNodeAction(graph.VisitDeclaration, SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.RecordDeclaration, SyntaxKind.RecordStructDeclaration, SyntaxKind.MethodDeclaration);
        context.RegisterSyntaxNodeAction(graph.VisitCall, SyntaxKind.InvocationExpression);
        context.RegisterCompilationEndAction(graph.End);
    }

    private sealed class Collected
    {
        private readonly ConcurrentBag<ServiceRegistration> registrations = [];
        private readonly ConcurrentBag<ServiceNeed> needs = [];
        private readonly ConcurrentBag<(INamedTypeSymbol Type, bool IsSingleton)> handlers = [];
        private volatile bool isOpaque;

        public void VisitDeclaration(SyntaxNodeAnalysisContext context)
        {
            if (!DeclarationParser.IsCandidate(context.Node))
            {
                return;
            }

            if (context.Node is TypeDeclarationSyntax && context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is INamedTypeSymbol type)
            {
                foreach (var registration in RegistrationParser.OfClass(type))
                {
                    registrations.Add(registration);
                }
            }

            var endpoints = EndpointIndex.Of(context.Node, context.Compilation, context.CancellationToken);
            foreach (var endpoint in endpoints)
            {
                foreach (var (symbol, spec) in endpoint.Parameters.Where(static parameter => parameter.Spec is { Source: BindingSource.Services, KeyExpression: null, Nullable: false, DefaultExpression: null }))
                {
                    Need(endpoint.Name, symbol);
                }
            }

            if (endpoints.FirstOrDefault() is { HandlerAttribute: { } attribute } first && !first.Handler.IsStatic && endpoints.Any(static endpoint => !endpoint.Method.IsStatic))
            {
                handlers.Add((first.Handler, attribute.NamedArguments.Any(static argument => argument is { Key: "Lifetime", Value.Value: 0 })));
            }
        }

        public void VisitCall(SyntaxNodeAnalysisContext context)
        {
            var call = (InvocationExpressionSyntax)context.Node;
            if (RegistrationParser.IsCandidate(call) && context.SemanticModel.GetOperation(call, context.CancellationToken) is IInvocationOperation operation)
            {
                var found = RegistrationParser.OfCall(operation, context.Compilation, out var mayBeAnything);
                foreach (var registration in found)
                {
                    registrations.Add(registration);
                }

                isOpaque = isOpaque || mayBeAnything;
            }
        }

        public void End(CompilationAnalysisContext context)
        {
            if (context.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
            {
                return; // The application that uses the library registers.
            }

            var byService = registrations.GroupBy(static registration => registration.Service, SymbolEqualityComparer.Default)
                .ToDictionary(static group => group.Key!, static group => group.OrderByDescending(static registration => registration.Implementation is not null).ToList(), SymbolEqualityComparer.Default);
            foreach (var (type, _) in handlers)
            {
                Needs(type, type.Name);
            }

            foreach (var implementation in registrations.Select(static registration => registration.Implementation).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                Needs(implementation, implementation.Name);
            }

            if (!isOpaque)
            {
                ReportMissing(context, byService);
            }

            var walk = new ServiceWalk(byService);
            foreach (var (type, isSingleton) in handlers.Where(static handler => handler.IsSingleton))
            {
                walk.ReportScoped(type, context.ReportDiagnostic);
            }

            foreach (var registration in registrations.Where(static registration => registration.Implementation is not null).OrderBy(static registration => registration.Implementation!.Name, StringComparer.Ordinal))
            {
                if (registration.Lifetime == 0)
                {
                    walk.ReportScoped(registration.Implementation!, context.ReportDiagnostic);
                }

                walk.ReportCycle(registration.Implementation!, context.ReportDiagnostic);
            }
        }

        private void Needs(INamedTypeSymbol type, string owner)
        {
            foreach (var parameter in ConstructorParser.Choose(type, out _)?.Parameters ?? [])
            {
                if (!parameter.HasExplicitDefaultValue && parameter.Type.NullableAnnotation != NullableAnnotation.Annotated && parameter.GetAttributes().IsEmpty)
                {
                    Need(owner, parameter);
                }
            }
        }

        private void Need(string owner, IParameterSymbol parameter)
        {
            if (parameter.Type is INamedTypeSymbol service && service.TypeKind is TypeKind.Interface or TypeKind.Class)
            {
                needs.Add(new ServiceNeed(owner, parameter, service));
            }
        }

        private void ReportMissing(CompilationAnalysisContext context, Dictionary<ISymbol, List<ServiceRegistration>> byService)
        {
            var elsewhere = new HashSet<ISymbol>(context.Compilation.Assembly.GetAttributes().Where(static attribute => attribute.AttributeClass.Is("Covet", "RegisteredElsewhereAttribute"))
                .SelectMany(static attribute => attribute.ConstructorArguments.SelectMany(static argument => argument.Values)).Select(static value => value.Value).OfType<INamedTypeSymbol>().Select(static type => type.OriginalDefinition), SymbolEqualityComparer.Default);
            var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var need in needs.Where(need => reported.Add(need.Parameter)))
            {
                var definition = need.Service.OriginalDefinition;
                if (SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, context.Compilation.Assembly) && !byService.ContainsKey(definition) && !elsewhere.Contains(definition))
                {
                    context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.ServiceNotRegistered, need.Parameter.Locations.FirstOrDefault(), need.Owner, need.Service.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
                }
            }
        }
    }
}
