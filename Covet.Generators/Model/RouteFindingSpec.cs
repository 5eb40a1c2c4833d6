namespace Covet.Generators.Model;

/// <summary>Two routes that stand in each other's way, by the keys of their places.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Place">The key of the route that is reported; empty where both are in referenced libraries.</param>
/// <param name="Text">What is wrong, naming both handlers.</param>
internal sealed record RouteFindingSpec(string RuleId, string Place, string Text)
{
    /// <summary>The key of the other route; empty where that one is in a referenced library.</summary>
    public string Other { get; init; } = "";
}
