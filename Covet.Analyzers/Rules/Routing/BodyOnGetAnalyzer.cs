using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;

namespace Covet.Analyzers.Rules.Routing;

/// <summary>Bodies of GET and HEAD requests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BodyOnGetAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.BodyOnGet];

    protected override void Analyze(EndpointContext context)
    {
        var verb = context.Endpoint.Routes.Select(static route => route.Spec.Method).FirstOrDefault(static method => method is "GET" or "HEAD");
        if (verb is null)
        {
            return;
        }

        foreach (var (symbol, _) in context.Endpoint.Parameters.Where(static parameter => parameter.Spec.Source is BindingSource.Body or BindingSource.Form or BindingSource.FormObject))
        {
            context.Report(AnalyzerRules.BodyOnGet, context.PlaceOf(symbol), symbol.Name, verb);
        }
    }
}
