using System.Globalization;
using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>A stretch of a template, for the messages of faults.</summary>
internal readonly struct RouteTemplatePlace(string template, int index, int length)
{
    public RouteTemplateException Fault(RouteTemplateErrorKind kind, string message)
    {
        var where = length == 0 ? "" : "'" + template.Substring(index, length) + "' ";
        return new RouteTemplateException(new RouteTemplateError(
            kind, index, length, string.Format(CultureInfo.InvariantCulture, "{0} ({1}at {2})", message, where, index)));
    }
}
