using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Routing;

namespace Covet.Analyzers.Rules.Routing;

/// <summary>Route parameters that no parameter of the method takes, and parameters whose name is almost that of one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RouteParameterAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.RouteParameterUnused, AnalyzerRules.RouteParameterTypo];

    protected override void Analyze(EndpointContext context)
    {
        var endpoint = context.Endpoint;
        if (endpoint.Spec is null || SeesTheRequest(endpoint))
        {
            return;
        }

        var prefix = RoutePatternParser.Parse(endpoint.Prefix).Pattern?.Parameters.Select(static part => part.Text).ToList() ?? [];
        foreach (var route in endpoint.Routes)
        {
            foreach (var part in route.Pattern.Parameters.Where(part => !IsTaken(endpoint, part.Text)))
            {
                var template = "/" + route.Spec.Template;
                var similar = endpoint.Parameters.Where(parameter => parameter.Spec.Source == BindingSource.Query && parameter.Symbol.GetAttributes().IsEmpty && Spelling.IsSimilar(parameter.Spec.Name, part.Text)).ToList();
                var properties = ImmutableDictionary<string, string?>.Empty.Add("name", part.Text).Add("type", TypeOf(part));
                if (similar.Count == 1)
                {
                    context.Report(AnalyzerRules.RouteParameterTypo, context.PlaceOf(similar[0].Symbol), properties, similar[0].Spec.Name, part.Text, template);
                }
                else if (!prefix.Contains(part.Text, StringComparer.OrdinalIgnoreCase))
                {
                    // The prefix belongs to all methods of the class: not each has to look at it.
                    context.Report(AnalyzerRules.RouteParameterUnused, route.PlaceOf(part.Text), properties, template, part.Text, endpoint.Name);
                }
            }
        }
    }

    private static bool IsTaken(Endpoint endpoint, string name) =>
        Flat(endpoint.Spec!.Parameters).Any(parameter => parameter.Source == BindingSource.Route && string.Equals(parameter.WireName, name, StringComparison.OrdinalIgnoreCase))
        || endpoint.Attributes().Any(attribute => attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Primitive && argument.Value is string text && text != endpoint.Prefix && !endpoint.Routes.Any(route => route.Spec.Template.EndsWith(text.TrimStart('~', '/'), StringComparison.Ordinal)) && text.Contains(name)));

    private static IEnumerable<ParameterSpec> Flat(IEnumerable<ParameterSpec> parameters) => parameters.SelectMany(static parameter => Flat(parameter.Members).Append(parameter));

    // Whoever has the request can read all its route values.
    private static bool SeesTheRequest(Endpoint endpoint) =>
        Flat(endpoint.Spec!.Parameters).Any(static parameter => parameter.Source == BindingSource.BindAsync || parameter is { Source: BindingSource.Special, Type.Special: KnownType.HttpContext or KnownType.HttpRequest } || parameter.Type.Name == "IHttpContextAccessor")
        || endpoint.Spec.Dependencies.Any(static dependency => dependency.Type.Name == "IHttpContextAccessor")
        || endpoint.Attributes().Any(static attribute => attribute.AttributeClass?.Name == "FilterAttribute");

    private static string TypeOf(RoutePartSpec part)
    {
        foreach (var constraint in part.Constraints)
        {
            switch (constraint.Name)
            {
                case "int" or "long" or "bool" or "decimal" or "double" or "float": return constraint.Name;
                case "guid": return "Guid";
                case "datetime": return "DateTime";
                case "min" or "max" or "range": return "int";
            }
        }

        return part.IsOptional || (part.IsCatchAll && part.Default is null) ? "string?" : "string";
    }
}
