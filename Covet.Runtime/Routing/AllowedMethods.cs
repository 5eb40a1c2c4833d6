using Covet.Internal;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>The methods that a path has endpoints for; the value of <c>Allow</c> (RFC 9110, section 10.2.1).</summary>
internal sealed class AllowedMethods
{
    private readonly SortedSet<int> methods = [];

    public bool IsEmpty => methods.Count == 0;

    public void Add(int method)
    {
        // An endpoint for every method would have answered, so the question does not arise.
        if (method == RouteMethods.Any)
        {
            return;
        }

        _ = methods.Add(method);
        if (method == RouteMethods.Get)
        {
            _ = methods.Add(RouteMethods.Head);
        }
    }

    /// <summary>The header's value; OPTIONS is always in it, as Covet answers that itself.</summary>
    public string ToHeader(CovetRouteTable table)
    {
        _ = methods.Add(RouteMethods.Options);
        var names = new List<string>(methods.Count);
        foreach (var method in methods)
        {
            names.Add(table.GetMethodName(method));
        }

        if (table.Versions is not null)
        {
            // The methods of versions are what they are without them.
            names = [.. names.Select(ApiVersionReader.MethodOf).SelectMany(static name => name == "GET" ? ["GET", "HEAD"] : new[] { name }).Distinct(StringComparer.Ordinal)];
        }

        return string.Join(", ", names);
    }

    /// <summary>The versions among them that a request's method has.</summary>
    public IReadOnlyList<string> Versions(CovetRouteTable table, string method)
    {
        var versions = new List<string>();
        foreach (var number in methods)
        {
            var name = number >= RouteMethods.FirstCustom ? table.GetMethodName(number) : "";
            if (name.Contains(ApiVersionReader.Separator, StringComparison.Ordinal) && ApiVersionReader.IsOf(name, method))
            {
                versions.Add(ApiVersionReader.VersionOf(name).ToString());
            }
        }

        return [.. versions.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
