using System.Globalization;
using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Types;

namespace Covet.Analyzers.Rules.Binding;

/// <summary>Defaults that the parameter's own rules or type refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DefaultAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.DefaultRefused];

    protected override void Analyze(EndpointContext context)
    {
        foreach (var (symbol, spec) in context.Endpoint.Parameters)
        {
            if (symbol is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } && Limits.Refusing(symbol, value) is { } rule)
            {
                context.Report(AnalyzerRules.DefaultRefused, context.PlaceOf(symbol), ImmutableDictionary<string, string?>.Empty.Add("nearest", Limits.Nearest(symbol, value)), SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false), symbol.Name, "[" + rule + "] does not allow it");
            }

            foreach (var route in context.Endpoint.Routes.Where(_ => spec.Source == BindingSource.Route))
            {
                var part = route.Pattern.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Text, spec.WireName, StringComparison.OrdinalIgnoreCase));
                if (part?.Default is { } text && !Parses(text, KnownTypes.Of(symbol.Type.UnwrapNullable())))
                {
                    context.Report(AnalyzerRules.DefaultRefused, route.PlaceOf(spec.WireName), "'" + text + "'", symbol.Name, "it is no " + symbol.Type.UnwrapNullable().ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
                }
            }
        }
    }

    private static bool Parses(string text, KnownType type) => type switch
    {
        KnownType.Int32 => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        KnownType.Int64 => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        KnownType.Int16 => short.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        KnownType.Byte => byte.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        KnownType.Decimal => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        KnownType.Double or KnownType.Single => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        KnownType.Boolean => bool.TryParse(text, out _),
        KnownType.Guid => Guid.TryParse(text, out _),
        _ => true,
    };
}
