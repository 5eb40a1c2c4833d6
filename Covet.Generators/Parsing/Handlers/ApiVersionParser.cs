using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads the versions of an endpoint, and since and until when they are there.</summary>
internal sealed class ApiVersionParser
{
    /// <summary>What stands for the version in a template.</summary>
    public const string Token = "[version]";

    private readonly INamedTypeSymbol handler;
    private readonly IMethodSymbol method;
    private readonly DiagnosticSink sink;
    private readonly List<AttributeData> attributes;

    public ApiVersionParser(INamedTypeSymbol handler, IMethodSymbol method, DiagnosticSink sink)
    {
        this.handler = handler;
        this.method = method;
        this.sink = sink;
        attributes = Of(method, "ApiVersionAttribute");
        attributes = attributes.Count == 0 && Of(method, "ApiVersionNeutralAttribute").Count == 0 ? Of(handler, "ApiVersionAttribute") : attributes;
    }

    /// <summary>The routes of a template: one a version, or one where there are none.</summary>
    public IEnumerable<RouteSpec> Routes(string verb, string template, string? name, int order, LocationSpec? place)
    {
        var inPath = template.Contains(Token);
        if (attributes.Count == 0)
        {
            if (inPath)
            {
                sink.Add(Rules.RuleIds.MalformedTemplate, place, template, "it has the token [version], but no [ApiVersion] of the method or its class counts");
            }

            yield return new RouteSpec(verb, template) { Name = name, Order = order, Lifecycle = Lifecycle(null) };
            yield break;
        }

        for (var i = 0; i < attributes.Count; i++)
        {
            var version = attributes[i].ConstructorArguments.Length == 1 ? attributes[i].ConstructorArguments[0].Value as string ?? "" : "";
            if (version.Length == 0 || !version.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '-' or '_')))
            {
                sink.Add(Rules.RuleIds.NotGenerated, attributes[i].Place(default) ?? place, "The API version '" + version + "' is not made of letters, digits, '.', '-' and '_' alone");
                continue;
            }

            yield return new RouteSpec(verb, template.Replace(Token, version))
            {
                // Two endpoints cannot share a name: links lead to the latest version.
                Name = i == attributes.Count - 1 ? name : null,
                Order = order,
                Version = version,
                ReadsVersion = !inPath,
                Lifecycle = Lifecycle(attributes[i]),
            };
        }
    }

    private LifecycleSpec? Lifecycle(AttributeData? version)
    {
        var deprecation = Of(method, "DeprecationAttribute").Concat(Of(handler, "DeprecationAttribute")).FirstOrDefault();
        var sunset = Of(method, "SunsetAttribute").Concat(Of(handler, "SunsetAttribute")).FirstOrDefault();
        var since = Time(version, "Deprecated") ?? Time(deprecation, null);
        var at = Time(version, "Sunset") ?? Time(sunset, null);
        var links = new[] { Link(version, since is null ? "sunset" : "deprecation"), Link(deprecation, "deprecation"), Link(sunset, "sunset") }.Where(link => link is not null).Distinct().ToList();
        return since is null && at is null ? null : new LifecycleSpec(
            since is { } s ? "@" + s.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            at is { } a ? a.ToUniversalTime().ToString("r", System.Globalization.CultureInfo.InvariantCulture) : null,
            links.Count == 0 ? null : string.Join(", ", links));
    }

    private DateTimeOffset? Time(AttributeData? attribute, string? name)
    {
        var value = attribute is null ? null
            : name is null ? attribute.ConstructorArguments.Select(argument => argument.Value as string).FirstOrDefault()
            : Named(attribute, name);
        if (value is null)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];
        if (DateTimeOffset.TryParseExact(value, forms, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        sink.Add(Rules.RuleIds.NotGenerated, attribute!.Place(default) ?? method.Place(), "'" + value + "' is neither a day (2026-12-31) nor a time (2026-12-31T12:00:00Z)");
        return null;
    }

    private static string? Link(AttributeData? attribute, string relation) =>
        attribute is not null && Named(attribute, "Link") is { Length: > 0 } address ? "<" + Uri.EscapeUriString(address) + ">; rel=\"" + relation + "\"" : null;

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.Key == name).Select(argument => argument.Value.Value as string).FirstOrDefault();

    private static List<AttributeData> Of(ISymbol symbol, string name) => symbol.GetAttributes().Where(attribute => attribute.AttributeClass.Is("Covet", name)).ToList();
}
