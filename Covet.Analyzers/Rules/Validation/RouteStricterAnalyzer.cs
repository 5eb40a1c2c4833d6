using Covet.Analyzers.Endpoints;
using Covet.Analyzers.Rules.Binding;
using Covet.Generators.Model;

namespace Covet.Analyzers.Rules.Validation;

/// <summary>Constraints of a route that refuse as 404 what the parameter's rule would take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RouteStricterAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.RouteStricterThanModel];

    protected override void Analyze(EndpointContext context)
    {
        foreach (var (symbol, spec) in context.Endpoint.Parameters.Where(static parameter => parameter.Spec.Source == BindingSource.Route))
        {
            var limits = Limits.Of(symbol).ToList();
            foreach (var route in context.Endpoint.Routes.Where(_ => limits.Count > 0))
            {
                var part = route.Pattern.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Text, spec.WireName, StringComparison.OrdinalIgnoreCase));
                foreach (var constraint in part?.Constraints ?? default)
                {
                    var isLength = constraint.Name is "length" or "minlength" or "maxlength";

                    // Where nothing passes both, the rules contradict each other, which is another finding.
                    var stricter = limits.FirstOrDefault(limit => limit.IsLength == isLength && !(constraint.Minimum > limit.Maximum) && !(constraint.Maximum < limit.Minimum) && (constraint.Maximum < (limit.Maximum ?? double.MaxValue) || constraint.Minimum > (limit.Minimum ?? (isLength ? 0 : double.MinValue))) && (limit.Maximum is not null || constraint.Maximum is null) && (limit.Minimum is not null || constraint.Minimum is null || constraint.Maximum is not null));
                    if ((isLength || constraint.Name is "min" or "max" or "range") && stricter.Rule is not null)
                    {
                        context.Report(AnalyzerRules.RouteStricterThanModel, route.PlaceOf(spec.WireName), ImmutableDictionary<string, string?>.Empty.Add("constraint", constraint.Text), constraint.Text, stricter.Rule, symbol.Name);
                    }
                }
            }
        }
    }
}
