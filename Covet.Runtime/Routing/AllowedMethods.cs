using System.Text;
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
        var text = new StringBuilder();
        foreach (var method in methods)
        {
            _ = text.Append(text.Length == 0 ? "" : ", ").Append(table.GetMethodName(method));
        }

        return text.ToString();
    }
}
