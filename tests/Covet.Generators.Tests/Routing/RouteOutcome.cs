using Microsoft.AspNetCore.Routing;

namespace Covet.Generators.Tests.Routing;

/// <summary>Which endpoint a request got, with its route values as text in the order of their names.</summary>
internal sealed record RouteOutcome(string Endpoint, string Values)
{
    public static RouteOutcome None { get; } = new("none", "");

    /// <summary>The endpoints, where the router could not decide between several.</summary>
    public IReadOnlyList<string> Ambiguous { get; init; } = [];

    public static RouteOutcome Of(string endpoint, RouteValueDictionary values) => new(
        endpoint,
        string.Join(", ", values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={(v.Value is null ? "null" : $"'{v.Value}'")}")));

    public override string ToString() => Ambiguous.Count > 0 ? "ambiguous: " + string.Join(", ", Ambiguous) : $"{Endpoint} {{{Values}}}";
}
