using System.Text.Json.Nodes;

namespace Covet.Conduit.Tests.Contract;

/// <summary>Conduit's document against the RealWorld contract: all that the contract names is there.</summary>
public sealed class ContractTests
{
    private const string Prefix = "/api";

    [Fact]
    public async Task Every_path_operation_parameter_body_response_and_property_of_the_contract_is_in_Conduits_document()
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(Binaries.Jit, "--Embedded:Path", folder.FullName);
        var answer = await conduit.Api.GetAsync("/openapi/v1.json");
        Assert.Equal(200, answer.Status);
        var ours = JsonNode.Parse(answer.Content)!;
        var contract = YamlJson.Read(Path.Combine(Repository.Root, "tests/Covet.Conduit.Tests/Contract/contract.yml"));

        var missing = new List<string>();
        var operations = 0;
        foreach (var (path, item) in contract["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                operations++;
                if (ours["paths"]![Prefix + path]?[method] is { } found)
                {
                    new OperationComparison(contract, ours, $"{method} {path}", missing).Compare(operation!, found);
                }
                else
                {
                    missing.Add($"{method} {path}");
                }
            }
        }

        Assert.Equal(19, operations);
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }
}
