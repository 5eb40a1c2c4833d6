using Covet.Routing;

namespace Covet.Internal;

/// <summary>
/// Reads from requests which version of the API they want. To the route table an endpoint of a version has a method of its
/// own, <c>GET;v=2</c>, so one walk of the table finds it.
/// </summary>
/// <param name="query">The query parameter, or null.</param>
/// <param name="header">The header, or null; it goes first.</param>
/// <param name="fallback">The version of requests that name none, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiVersionReader(string? query, string? header, string? fallback)
{
    /// <summary>What stands between a method and its version.</summary>
    internal const string Separator = ";v=";

    /// <summary>The name under which errors speak of the version.</summary>
    internal string Key => header ?? query ?? "";

    /// <summary>The place of the version for people: <c>the header 'X-Api-Version'</c>.</summary>
    internal string Place => (header, query) switch
    {
        ({ } name, null) => "the header '" + name + "'",
        (null, { } name) => "the query parameter '" + name + "'",
        _ => "the header '" + header + "' or the query parameter '" + query + "'",
    };

    /// <summary>The version that a request asks for, or null.</summary>
    internal string? Read(HttpRequest request)
    {
        if (header is not null && request.Headers.TryGetValue(header, out var values) && values is [{ Length: > 0 } named])
        {
            return named;
        }

        return query is not null && request.Query.TryGetValue(query, out values) && values is [{ Length: > 0 } asked] ? asked : fallback;
    }

    /// <summary>Finds the endpoint of the version that a request asks for, or else one that is of no version.</summary>
    /// <param name="table">The table.</param>
    /// <param name="request">The request.</param>
    /// <param name="method">Its method, or that of which a preflight asks.</param>
    /// <param name="isPreflight">Whether it is a CORS preflight, which cannot carry the header: any version will do.</param>
    /// <param name="captures">Receives the values of parameters.</param>
    /// <param name="hit">What was found.</param>
    internal bool TryMatch(CovetRouteTable table, HttpRequest request, string method, bool isPreflight, Span<RouteRange> captures, out RouteHit hit)
    {
        var path = request.Path.Value ?? "";
        var version = Read(request);
        foreach (var versioned in table.VersionMethods)
        {
            if (IsOf(versioned, method)
                && (isPreflight || IsVersion(versioned, version))
                && table.TryMatchVersion(path, versioned, captures, out hit))
            {
                return true;
            }
        }

        return table.TryMatch(path, method, captures, out hit);
    }

    /// <summary>The version in the name of a method of the table.</summary>
    internal static ReadOnlySpan<char> VersionOf(string versioned) => versioned.AsSpan(versioned.IndexOf(Separator, StringComparison.Ordinal) + Separator.Length);

    /// <summary>The method in the name of a method of the table.</summary>
    internal static string MethodOf(string method) =>
        method.IndexOf(Separator, StringComparison.Ordinal) is var at and >= 0 ? method[..at] : method;

    /// <summary>Whether an endpoint of the versioned method answers the method: its own, HEAD for GET, and any for <c>*</c>.</summary>
    internal static bool IsOf(string versioned, string method)
    {
        var own = versioned.AsSpan(0, versioned.IndexOf(Separator, StringComparison.Ordinal));
        return own.Equals(method, StringComparison.OrdinalIgnoreCase) || own is "*" || (own is "GET" && HttpMethods.IsHead(method));
    }

    private static bool IsVersion(string versioned, string? version) =>
        version is not null && VersionOf(versioned).Equals(version, StringComparison.OrdinalIgnoreCase);
}
