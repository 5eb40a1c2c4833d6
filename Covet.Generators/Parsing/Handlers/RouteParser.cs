using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads the verb attributes of a method into routes.</summary>
internal static class RouteParser
{
    private const string TokenSymbols = "!#$%&'*+-.^_`|~";

    public static List<RouteSpec> Parse(INamedTypeSymbol handler, IMethodSymbol method, string prefix, string endpointId, DiagnosticSink sink, List<RouteLocationSpec> locations, CancellationToken cancellation)
    {
        var routes = new List<RouteSpec>();
        var versions = new ApiVersionParser(handler, method, sink);
        foreach (var attribute in HandlerMethods.Verbs(method))
        {
            if (Verb(attribute) is not { } verb)
            {
                continue; // The compiler reports it.
            }

            var place = attribute.Place(cancellation) ?? method.Place();
            if (verb.Method.Length == 0 || verb.Method.Any(c => !(c < 128 && (char.IsLetterOrDigit(c) || TokenSymbols.IndexOf(c) >= 0))))
            {
                sink.Add(Rules.RuleIds.InvalidHttpMethod, place, verb.Method);
                continue;
            }

            var template = Combine(prefix, verb.Template);
            if (RouteTemplates.Error(template) is { } error)
            {
                sink.Add(error.RuleId, place, template, error.Message);
                continue;
            }

            var (name, order) = Named(attribute);
            foreach (var route in versions.Routes(verb.Method.ToUpperInvariant(), template, name, order, place))
            {
                if (routes.Any(other => other.TableMethod == route.TableMethod && other.Template == route.Template))
                {
                    sink.Add(Rules.RuleIds.DuplicateRoute, place, "The method '" + method.Name + "' declares the route " + route.Method + " '/" + route.Template + "' twice");
                    continue;
                }

                locations.Add(new RouteLocationSpec(endpointId + "#" + routes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), place));
                routes.Add(route);
            }
        }

        return routes;
    }

    /// <summary>The names of a route's parameters, in order.</summary>
    public static IReadOnlyList<string> ParameterNames(RouteSpec route) => RouteTemplates.ParameterNames(route.Template);

    private static (string Method, string Template)? Verb(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        var type = attribute.AttributeClass!;
        if (attribute.AttributeConstructor is null || arguments.Any(argument => argument.Kind == TypedConstantKind.Error))
        {
            return null;
        }

        if (type.Is("Covet", "VerbAttribute"))
        {
            return (arguments[0].Value as string ?? "", arguments[1].Value as string ?? "");
        }

        var verb = type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : type.Name;
        return (verb.ToUpperInvariant(), arguments.Length > 0 ? arguments[0].Value as string ?? "" : "");
    }

    private static (string? Name, int Order) Named(AttributeData attribute)
    {
        string? name = null;
        var order = 0;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument)
            {
                case { Key: "Name", Value.Value: string text }: name = text; break;
                case { Key: "Order", Value.Value: int number }: order = number; break;
            }
        }

        return (name, order);
    }

    private static string Combine(string prefix, string template)
    {
        if (template.StartsWith("~/", StringComparison.Ordinal))
        {
            return template.Substring(2);
        }

        var left = prefix.StartsWith("~/", StringComparison.Ordinal) ? prefix.Substring(2) : prefix.Trim('/');
        var right = template.TrimStart('/');
        return left.Length == 0 ? right : right.Length == 0 ? left : left + "/" + right;
    }
}
