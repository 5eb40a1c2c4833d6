namespace Covet.Generators.Emit.OpenApi.Contract;

/// <summary>A change that breaks clients of the baseline.</summary>
/// <param name="RuleId">Which kind.</param>
/// <param name="Operation">Where: <c>get /todos/{id}</c>.</param>
/// <param name="Endpoint">The Id of the endpoint to show it at, or null where no handler is left.</param>
/// <param name="Message">What has changed.</param>
internal sealed record ContractChange(string RuleId, string Operation, string? Endpoint, string Message)
{
    /// <summary>The file that it was compared with.</summary>
    public string Baseline { get; init; } = "";
}
