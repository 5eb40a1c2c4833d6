using System.Text.RegularExpressions;
using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Rules;

namespace Covet.Generators.Emit.OpenApi.Contract;

/// <summary>Compares a document with the committed baseline and finds what breaks clients that were made from the baseline.</summary>
internal sealed class ContractComparer
{
    private static readonly Regex Parameter = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly ApiObject baseline;
    private readonly ApiObject current;
    private readonly IReadOnlyDictionary<string, string> endpoints;
    private readonly List<ContractChange> changes = [];

    private ContractComparer(ApiObject baseline, ComposedDocument document)
    {
        this.baseline = baseline;
        current = document.Root;
        endpoints = document.Endpoints;
    }

    /// <summary>The breaking changes, in the order of the baseline.</summary>
    public static IReadOnlyList<ContractChange> Compare(string baselineText, ComposedDocument document)
    {
        if (ApiJsonParser.Parse(baselineText) is not ApiObject baseline || baseline.Object("paths") is null)
        {
            return [new ContractChange(RuleIds.ContractBaselineUnreadable, "", null, "The baseline is not an OpenAPI document in JSON: nothing was compared")];
        }

        var comparer = new ContractComparer(baseline, document);
        comparer.ComparePaths();
        return [.. comparer.changes.Distinct()];
    }

    private void ComparePaths()
    {
        var paths = (current.Object("paths") ?? []).ToDictionary(p => Shape(p.Key), p => p, StringComparer.OrdinalIgnoreCase);
        foreach (var path in baseline.Object("paths") ?? [])
        {
            if (!paths.TryGetValue(Shape(path.Key), out var now))
            {
                changes.Add(new ContractChange(RuleIds.ContractPathRemoved, path.Key, null, "The path '" + path.Key + "' is in the baseline, but no handler answers it"));
                continue;
            }

            foreach (var operation in ((ApiObject)path.Value).Where(o => Methods.Contains(o.Key)))
            {
                CompareOperation(operation.Key, path.Key, now.Key, (ApiObject)operation.Value, (ApiObject)now.Value);
            }
        }
    }

    private void CompareOperation(string method, string path, string pathNow, ApiObject before, ApiObject item)
    {
        var name = method.ToUpperInvariant() + " " + path;
        if (item.Object(method) is not { } now)
        {
            var neighbour = item.Select(o => o.Key + " " + pathNow).FirstOrDefault(endpoints.ContainsKey);
            changes.Add(new ContractChange(RuleIds.ContractOperationRemoved, name, neighbour is null ? null : endpoints[neighbour], "The operation '" + name + "' is in the baseline, but no handler answers it"));
            return;
        }

        endpoints.TryGetValue(method + " " + pathNow, out var endpoint);
        var report = new ContractReport(changes, name, endpoint);
        var schemas = new SchemaComparer(baseline, current, report);
        CompareParameters(before, now, schemas, report);
        CompareBody(before, now, schemas, report);
        CompareResponses(before, now, schemas, report);
        if ((now.Array("security") ?? current.Array("security")) is { Count: > 0 } && (before.Array("security") ?? baseline.Array("security")) is null or { Count: 0 })
        {
            report.Add(RuleIds.ContractSecurityAdded, "it now needs authentication");
        }
    }

    private static void CompareParameters(ApiObject before, ApiObject now, SchemaComparer schemas, ContractReport report)
    {
        var old = Parameters(before);
        foreach (var parameter in Parameters(now))
        {
            var place = "the " + parameter.Value.Text("in") + " parameter '" + parameter.Value.Text("name") + "'";
            if (!old.TryGetValue(parameter.Key, out var known))
            {
                if (parameter.Value.Text("required") == "true")
                {
                    report.Add(RuleIds.ContractRequiredInput, place + " is new and required");
                }

                continue;
            }

            if (parameter.Value.Text("required") == "true" && known.Text("required") != "true")
            {
                report.Add(RuleIds.ContractRequiredInput, place + " has become required");
            }

            schemas.Compare(known.Object("schema"), parameter.Value.Object("schema"), isInput: true, place);
        }

        var current = Parameters(now);
        foreach (var parameter in old.Where(p => !current.ContainsKey(p.Key)))
        {
            report.Add(RuleIds.ContractPropertyRemoved, "the " + parameter.Value.Text("in") + " parameter '" + parameter.Value.Text("name") + "' is gone");
        }
    }

    // A parameter of the path is known by its place: its name is not on the wire.
    private static Dictionary<string, ApiObject> Parameters(ApiObject operation)
    {
        var result = new Dictionary<string, ApiObject>(StringComparer.OrdinalIgnoreCase);
        var index = 0;
        foreach (var parameter in (operation.Array("parameters") ?? []).OfType<ApiObject>())
        {
            var location = parameter.Text("in");
            result[location == "path" ? "path " + index++.ToString(System.Globalization.CultureInfo.InvariantCulture) : location + " " + parameter.Text("name")] = parameter;
        }

        return result;
    }

    private static void CompareBody(ApiObject before, ApiObject now, SchemaComparer schemas, ContractReport report)
    {
        var old = before.Object("requestBody");
        if (now.Object("requestBody") is not { } body)
        {
            return;
        }

        if (body.Text("required") == "true" && old?.Text("required") != "true")
        {
            report.Add(RuleIds.ContractRequiredInput, "the request body has become required");
        }

        if (old is not null)
        {
            CompareContent(old.Object("content"), body.Object("content"), isInput: true, "the request body", schemas, report);
        }
    }

    private static void CompareResponses(ApiObject before, ApiObject now, SchemaComparer schemas, ContractReport report)
    {
        foreach (var response in before.Object("responses") ?? [])
        {
            var place = "the response " + response.Key;
            if (now.Object("responses")?.Object(response.Key) is not { } current)
            {
                // That an operation no longer fails in some way breaks nobody.
                if (response.Key.StartsWith("2", StringComparison.Ordinal) || response.Key == "default")
                {
                    report.Add(RuleIds.ContractResponseRemoved, place + " is gone");
                }

                continue;
            }

            CompareContent(((ApiObject)response.Value).Object("content"), current.Object("content"), isInput: false, place, schemas, report);
        }
    }

    private static void CompareContent(ApiObject? before, ApiObject? now, bool isInput, string place, SchemaComparer schemas, ContractReport report)
    {
        foreach (var media in before ?? [])
        {
            if (now?.Object(media.Key) is not { } current)
            {
                report.Add(RuleIds.ContractContentTypeRemoved, place + " no longer has the content type " + media.Key);
                continue;
            }

            schemas.Compare(((ApiObject)media.Value).Object("schema"), current.Object("schema"), isInput, place);
        }
    }

    private static string Shape(string path) => Parameter.Replace(path, "{}");
}
