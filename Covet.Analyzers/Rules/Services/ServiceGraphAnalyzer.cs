using System.Collections.Concurrent;
using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Services;

/// <summary>
/// Services that nothing registers, scoped ones that a singleton keeps, and circles; with what can be seen: service
/// attributes, of referenced libraries too, and calls of the application. Where a package that is not known is handed the
/// service collection, nothing is said to be missing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ServiceGraphAnalyzer : CovetAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AnalyzerRules.ServiceNotRegistered, AnalyzerRules.ScopedInSingleton, AnalyzerRules.ServiceCycle];

    protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
        {
            return; // The application that uses the library registers.
        }

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
                foreach (var (symbol, _) in endpoint.Parameters.Where(static parameter => parameter.Spec is { Source: BindingSource.Services, Nullable: false, DefaultExpression: null }))
                {
                    Need(endpoint.Name, symbol);
                }

                foreach (var filter in Filters(endpoint))
                {
                    Needs(filter);
                }
            }

            if (endpoints.FirstOrDefault() is { HandlerAttribute: { } attribute } first && !first.Handler.IsStatic && endpoints.Any(static endpoint => !endpoint.Method.IsStatic))
            {
                handlers.Add((first.Handler, LibraryServices.IsSingleton(attribute)));
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
            var libraries = LibraryServices.Of(context.Compilation, context.CancellationToken);
            var all = registrations.Concat(libraries.Registrations).ToList();
            foreach (var (type, _) in handlers.Concat(libraries.Handlers))
            {
                Needs(type);
            }

            foreach (var implementation in all.Select(static registration => registration.Implementation).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                Needs(implementation);
            }

            // Another container has registrations of its own.
            if (!isOpaque && !CompilationFacts.Of(context.Compilation).Uses("UseServiceProviderFactory", "ConfigureContainer"))
            {
                ReportMissing(context, new MissingServices(context.Compilation, all));
            }

            var byService = all.Where(static registration => !registration.IsKeyed).GroupBy(static registration => registration.Service, SymbolEqualityComparer.Default)
                .ToDictionary(static group => group.Key!, static group => group.OrderByDescending(static registration => registration.Implementation is not null).ToList(), SymbolEqualityComparer.Default);
            var walk = new ServiceWalk(byService);
            foreach (var (type, _) in handlers.Concat(libraries.Handlers).Where(static handler => handler.IsSingleton))
            {
                walk.ReportScoped(type, context.ReportDiagnostic);
            }

            foreach (var registration in all.Where(static registration => registration.Implementation is not null).OrderBy(static registration => registration.Implementation!.Name, StringComparer.Ordinal))
            {
                if (registration.Lifetime == 0)
                {
                    walk.ReportScoped(registration.Implementation!, context.ReportDiagnostic);
                }

                walk.ReportCycle(registration.Implementation!, context.ReportDiagnostic);
            }
        }

        // A filter that is no service itself is made like a handler.
        private static IEnumerable<INamedTypeSymbol> Filters(Endpoint endpoint) => endpoint.Attributes()
            .Where(static attribute => attribute.AttributeClass is { Arity: 1 } type && type.Is("Covet", "FilterAttribute"))
            .Select(static attribute => attribute.AttributeClass!.TypeArguments[0]).OfType<INamedTypeSymbol>()
            .Where(static filter => filter.TypeKind == TypeKind.Class && !ServiceAttributes.IsService(filter));

        private void Needs(INamedTypeSymbol type)
        {
            foreach (var parameter in ConstructorParser.Choose(type, out _)?.Parameters ?? [])
            {
                Need(type.Name, parameter);
            }
        }

        private void Need(string owner, IParameterSymbol parameter)
        {
            if (ServiceNeed.Of(owner, parameter) is { } need)
            {
                needs.Add(need);
            }
        }

        private void ReportMissing(CompilationAnalysisContext context, MissingServices missing)
        {
            var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var need in needs.Where(need => reported.Add(need.Parameter)))
            {
                if (missing.Lacks(need, out var call))
                {
                    var service = need.Service.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                    var place = need.Parameter.Locations.FirstOrDefault(static location => location.IsInSource);
                    var owner = place is null ? need.Owner + " of the library " + need.Parameter.ContainingAssembly.Name : need.Owner;
                    var way = need.IsKeyed ? "register it with a key, or say [assembly: RegisteredElsewhere(typeof(" + service + "))]"
                        : call is null ? "mark a class [Singleton], [Scoped] or [Transient], register it in the application, or say [assembly: RegisteredElsewhere(typeof(" + service + "))]"
                        : "call services." + call + "(), or say [assembly: RegisteredElsewhere(typeof(" + service + "))]";
                    context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.ServiceNotRegistered, place, owner, service, way));
                }
            }
        }
    }
}
