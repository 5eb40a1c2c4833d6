namespace Covet.Generators.Emit.OpenApi.Contract;

/// <summary>Collects the changes of one operation.</summary>
internal sealed class ContractReport(List<ContractChange> changes, string operation, string? endpoint)
{
    public void Add(string ruleId, string text) =>
        changes.Add(new ContractChange(ruleId, operation, endpoint, operation + ": " + text));
}
