namespace Covet.Routing;

/// <summary>Values of the <c>Allow</c> header (RFC 9110, section 10.2.1).</summary>
internal static class AllowHeader
{
    /// <summary>The methods of both lists, each once, in the order of the first.</summary>
    public static string Merge(string first, string second)
    {
        const StringSplitOptions options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var methods = first.Split(',', options).Concat(second.Split(',', options));
        return string.Join(", ", methods.Distinct(StringComparer.OrdinalIgnoreCase));
    }
}
