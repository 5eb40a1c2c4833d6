using System.Runtime.CompilerServices;
using Covet.Routing;
using Covet.Routing.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Covet.Internal;

/// <summary>
/// The application's frozen route table: constant data that generated code supplies, over the endpoints of all its
/// modules. Matching reads the data where it lies; nothing is built at startup.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CovetRouteTable
{
    /// <summary>Segments of a path that are looked at without memory beyond the stack.</summary>
    private const int StackSegments = 32;

    private readonly EndpointModule[] modules;
    private readonly RouteEndpoint?[][] endpoints;
    private RouteRegexes? regexes;
    private volatile bool isChecked;
    private string[]?[]? names;
    private string[]? versionMethods;

    /// <summary>Makes a table over the modules that its data names by number.</summary>
    protected CovetRouteTable(params EndpointModule[] modules)
    {
        this.modules = modules;
        endpoints = new RouteEndpoint?[modules.Length][];
        for (var i = 0; i < modules.Length; i++)
        {
            endpoints[i] = new RouteEndpoint?[modules[i].Count];
        }
    }

    /// <summary>The constant data.</summary>
    public abstract RouteTableData Data { get; }

    /// <summary>How requests say which version of the API they want; null where no route asks.</summary>
    public virtual ApiVersionReader? Versions => null;

    /// <summary>Makes what judges the table's <c>regex</c> constraints; null where it has none.</summary>
    /// <param name="count">How many expressions the table has.</param>
    protected virtual RouteRegexes? CreateRegexes(int count) => null;

    /// <summary>What <c>MapCovet()</c> was told to do to every endpoint: <c>app.MapCovet().RequireAuthorization()</c>.</summary>
    internal List<Action<EndpointBuilder>> Conventions { get; } = [];

    /// <summary>The same, after all others.</summary>
    internal List<Action<EndpointBuilder>> FinalConventions { get; } = [];

    /// <summary>Puts around an endpoint's handler what its metadata asks for; set by hosting, as routing knows no limits or filters.</summary>
    internal Func<RequestDelegate, EndpointMetadataCollection, RequestDelegate>? Compose { get; set; }

    /// <summary>The methods of the table that are of a version: <c>GET;v=2</c>.</summary>
    internal IReadOnlyList<string> VersionMethods => versionMethods ??= ReadVersionMethods();

    /// <summary>The modules, in the order of their numbers.</summary>
    internal IReadOnlyList<EndpointModule> Modules => modules;

    /// <summary>The most parameters that a route of the table has: the room that <see cref="TryMatch"/> needs.</summary>
    internal int ParameterLimit => Data.Numbers[RouteTableLayout.HeaderParameterLimit];

    /// <summary>Finds the endpoint of a path and a method, without allocating.</summary>
    /// <param name="path">The request's path, decoded as <see cref="HttpRequest.Path"/> is, with its leading slash.</param>
    /// <param name="method">The method, compared without regard to case; HEAD also finds GET.</param>
    /// <param name="captures">Receives the values of the route's parameters, in the order of the template; as many as
    /// the largest route of the table has parameters.</param>
    /// <param name="hit">What was found.</param>
    public bool TryMatch(string path, string method, Span<RouteRange> captures, out RouteHit hit)
    {
        var data = Data;
        return Match(data, path, FindMethod(data, method), isVersion: false, captures, out hit);
    }

    /// <summary>The same for a method of a version, which endpoints for every method do not answer.</summary>
    internal bool TryMatchVersion(string path, string versioned, Span<RouteRange> captures, out RouteHit hit)
    {
        var data = Data;
        return Match(data, path, FindCustomMethod(data, versioned), isVersion: true, captures, out hit);
    }

    [SkipLocalsInit]
    private bool Match(in RouteTableData data, string path, int method, bool isVersion, Span<RouteRange> captures, out RouteHit hit)
    {
        var limit = data.Numbers[RouteTableLayout.HeaderSegmentLimit] + 1;
        Span<PathSegment> segments = limit <= StackSegments ? stackalloc PathSegment[StackSegments] : new PathSegment[limit];
        segments = segments[..PathTokenizer.Tokenize(path, segments[..limit])];
        var matcher = new RouteMatcher(data, path, segments, captures, Regexes(data), method, isVersion: isVersion);
        var found = matcher.TryMatch();
        hit = found ? matcher.Hit : default;
        return found;
    }

    /// <summary>The endpoint that was hit, made when it is first asked for.</summary>
    public RouteEndpoint GetEndpoint(RouteHit hit) => GetEndpoint(hit.Module, hit.Endpoint);

    internal RouteEndpoint GetEndpoint(int module, int index)
    {
        ref var slot = ref endpoints[module][index];
        return Volatile.Read(ref slot) ?? Publish(ref slot, RouteEndpointFactory.Create(modules[module].Create(index), Conventions, FinalConventions, Compose));
    }

    /// <summary>The number of parameters of the pattern that was hit.</summary>
    internal int GetParameterCount(RouteHit hit) => Data.Numbers[hit.Pattern + RouteTableLayout.PatternParameterCount];

    /// <summary>Gathers the methods of all endpoints at a path; null where the path has none.</summary>
    internal AllowedMethods? FindAllowedMethods(string path)
    {
        var data = Data;
        var limit = data.Numbers[RouteTableLayout.HeaderSegmentLimit] + 1;
        Span<PathSegment> segments = limit <= StackSegments ? stackalloc PathSegment[StackSegments] : new PathSegment[limit];
        segments = segments[..PathTokenizer.Tokenize(path, segments[..limit])];
        var allowed = new AllowedMethods();
        var matcher = new RouteMatcher(data, path, segments, new RouteRange[ParameterLimit], Regexes(data), method: -1, allowed);
        _ = matcher.TryMatch();
        return allowed.IsEmpty ? null : allowed;
    }

    /// <summary>The names of a pattern's parameters.</summary>
    internal string[] GetParameterNames(int pattern)
    {
        var data = Data;
        var all = names ??= new string[]?[data.Numbers[data.Numbers[RouteTableLayout.HeaderPatterns]]];
        return all[data.Numbers[pattern + RouteTableLayout.PatternIndex]] ??= ReadParameterNames(data, pattern);
    }

    /// <summary>The name of a method's number.</summary>
    internal string GetMethodName(int method)
    {
        if (method < RouteMethods.KnownCount)
        {
            return RouteMethods.Name(method);
        }

        var data = Data;
        var at = data.Numbers[RouteTableLayout.HeaderCustomMethods] + 1 + ((method - RouteMethods.FirstCustom) * 2);
        return data.Text.Slice(data.Numbers[at], data.Numbers[at + 1]).ToString();
    }

    private string[] ReadVersionMethods()
    {
        var data = Data;
        var count = data.Numbers[data.Numbers[RouteTableLayout.HeaderCustomMethods]];
        var found = new List<string>();
        for (var method = RouteMethods.FirstCustom; method < RouteMethods.FirstCustom + count; method++)
        {
            var name = GetMethodName(method);
            if (name.Contains(ApiVersionReader.Separator, StringComparison.Ordinal))
            {
                found.Add(name);
            }
        }

        return [.. found];
    }

    private static RouteEndpoint Publish(ref RouteEndpoint? slot, RouteEndpoint made) =>
        Interlocked.CompareExchange(ref slot, made, null) ?? made;

    private static string[] ReadParameterNames(in RouteTableData data, int pattern)
    {
        var result = new string[data.Numbers[pattern + RouteTableLayout.PatternParameterCount]];
        for (var i = 0; i < result.Length; i++)
        {
            var parameter = data.Numbers[pattern + RouteTableLayout.PatternParameters] + (i * RouteTableLayout.ParameterSize);
            var texts = data.Numbers[parameter + RouteTableLayout.ParameterTexts];
            result[i] = data.Text.Slice(data.Numbers[texts + RouteTableLayout.NameText], data.Numbers[texts + RouteTableLayout.NameLength]).ToString();
        }

        return result;
    }

    private static int FindMethod(in RouteTableData data, string method)
    {
        var known = HttpMethods.IsGet(method) ? RouteMethods.Get
            : HttpMethods.IsPost(method) ? RouteMethods.Post
            : RouteMethods.Find(method);
        return known >= 0 ? known : FindCustomMethod(data, method);
    }

    private static int FindCustomMethod(in RouteTableData data, string method)
    {
        var list = data.Numbers[RouteTableLayout.HeaderCustomMethods];
        for (var i = 0; i < data.Numbers[list]; i++)
        {
            var at = list + 1 + (i * 2);
            if (data.Text.Slice(data.Numbers[at], data.Numbers[at + 1]).Equals(method, StringComparison.OrdinalIgnoreCase))
            {
                return RouteMethods.FirstCustom + i;
            }
        }

        return -1;
    }

    private RouteRegexes? Regexes(in RouteTableData data)
    {
        if (!isChecked)
        {
            Check(data);
        }

        return regexes;
    }

    // That the table was generated for this runtime and for this byte order, once.
    private void Check(in RouteTableData data)
    {
        if (data.Numbers[RouteTableLayout.HeaderVersion] != RouteTableLayout.Version)
        {
            throw new InvalidOperationException("The route table was generated by another version of Covet; rebuild the application.");
        }

        regexes = CreateRegexes(data.Numbers[RouteTableLayout.HeaderRegexCount]);
        isChecked = true;
    }
}
