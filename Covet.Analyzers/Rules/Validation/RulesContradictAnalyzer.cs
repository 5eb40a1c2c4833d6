using System.Globalization;
using Covet.Analyzers.Endpoints;
using Covet.Analyzers.Rules.Binding;
using Covet.Analyzers.Rules.Json;
using Covet.Generators.Model;

namespace Covet.Analyzers.Rules.Validation;

/// <summary>Limits of several attributes, or of a route and an attribute, between which nothing lies.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RulesContradictAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.RulesContradict];

    protected override void Analyze(EndpointContext context)
    {
        foreach (var (symbol, spec) in context.Endpoint.Parameters)
        {
            var limits = Limits.Of(symbol).Select(static limit => ("[" + limit.Rule + "]", limit.IsLength, limit.Minimum, limit.Maximum)).ToList();
            if (limits.Count > 0 && spec.Source == BindingSource.Route)
            {
                limits.AddRange(context.Endpoint.Routes.Take(1).SelectMany(static route => route.Pattern.Parameters)
                    .Where(part => string.Equals(part.Text, spec.WireName, StringComparison.OrdinalIgnoreCase))
                    .SelectMany(static part => part.Constraints)
                    .Where(static constraint => constraint.Name is "min" or "max" or "range" or "length" or "minlength" or "maxlength")
                    .Select(static constraint => ("the route's '" + constraint.Text + "'", constraint.Name.Contains("length"), (double?)constraint.Minimum, (double?)constraint.Maximum)));
            }

            Check(context, symbol, limits);
            if (spec.Source is BindingSource.Body or BindingSource.FormObject or BindingSource.AsParameters)
            {
                foreach (var property in Shapes.Reached(symbol.Type).SelectMany(Shapes.Properties).Where(property => property.GetAttributes().Length > 1 && Shapes.IsFirst(context.Compilation, AnalyzerRuleIds.RulesContradict, property)))
                {
                    Check(context, property, Limits.Of(property).Select(static limit => ("[" + limit.Rule + "]", limit.IsLength, limit.Minimum, limit.Maximum)).ToList());
                }
            }
        }
    }

    // One attribute whose own limits are the wrong way round is the generator's finding.
    private static void Check(EndpointContext context, ISymbol symbol, List<(string Rule, bool IsLength, double? Minimum, double? Maximum)> limits)
    {
        foreach (var low in limits.Where(_ => limits.Count > 1))
        {
            var high = limits.FirstOrDefault(other => other.Rule != low.Rule && other.IsLength == low.IsLength && other.Maximum < low.Minimum);
            if (high.Rule is not null)
            {
                context.Report(
                    AnalyzerRules.RulesContradict,
                    symbol.Locations.FirstOrDefault(),
                    symbol.Name,
                    low.Rule,
                    low.Minimum!.Value.ToString(CultureInfo.InvariantCulture),
                    high.Rule,
                    high.Maximum!.Value.ToString(CultureInfo.InvariantCulture));
                return;
            }
        }
    }
}
