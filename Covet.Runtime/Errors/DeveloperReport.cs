using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Covet.Internal;

/// <summary>All that the developer page shows, whatever its form.</summary>
internal sealed record DeveloperReport(string TraceId, string Method, string Target, IReadOnlyList<ReportedException> Exceptions, IReadOnlyList<ReportSection> Sections)
{
    public static DeveloperReport Make(HttpContext context, Exception exception)
    {
        var request = context.Request;
        var endpoint = context.GetEndpoint();
        var description = endpoint?.Metadata.GetMetadata<EndpointDescription>();
        return new DeveloperReport(
            ProblemWriter.TraceId(context),
            request.Method,
            request.Path.Value + request.QueryString.Value,
            ReportedException.Chain(exception),
            [
                new("route", "Route", Route(endpoint, description)),
                new("parameters", "Parameters, and where each binds from", Parameters(description)),
                new("routeValues", "Route values", RouteValues(request)),
                new("query", "Query", Rows(request.Query)),
                new("headers", "Headers", Rows(request.Headers)),
            ]);
    }

    private static List<KeyValuePair<string, string>> Route(Endpoint? endpoint, EndpointDescription? description)
    {
        var rows = new List<KeyValuePair<string, string>>();
        if (endpoint is null)
        {
            rows.Add(Pair("matched", "none"));
            return rows;
        }

        rows.Add(Pair("handler", endpoint.DisplayName));
        if (endpoint is RouteEndpoint route)
        {
            rows.Add(Pair("template", route.RoutePattern.RawText));
        }

        if (description is not null)
        {
            rows.Add(Pair("generated file", description.GeneratedFile));
        }

        return rows;
    }

    private static List<KeyValuePair<string, string>> Parameters(EndpointDescription? description)
    {
        var rows = new List<KeyValuePair<string, string>>();
        foreach (var line in description?.Parameters ?? [])
        {
            rows.Add(Split(line));
        }

        return rows;
    }

    private static List<KeyValuePair<string, string>> RouteValues(HttpRequest request)
    {
        var rows = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in request.RouteValues)
        {
            rows.Add(Pair(name, Convert.ToString(value, CultureInfo.InvariantCulture)));
        }

        return rows;
    }

    private static List<KeyValuePair<string, string>> Rows(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var rows = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in fields)
        {
            foreach (var value in values)
            {
                rows.Add(Pair(name, value));
            }
        }

        return rows;
    }

    private static KeyValuePair<string, string> Split(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? Pair(line, "") : Pair(line[..colon], line[(colon + 2)..]);
    }

    private static KeyValuePair<string, string> Pair(string name, string? value) => new(name, value ?? "");
}
