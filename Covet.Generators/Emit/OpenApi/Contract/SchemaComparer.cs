using System.Globalization;
using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Rules;

namespace Covet.Generators.Emit.OpenApi.Contract;

/// <summary>
/// Compares a schema of the baseline with the present one. What is read must still be read: an input may widen. What is
/// written must still be understood: an output may narrow.
/// </summary>
internal sealed class SchemaComparer(ApiObject baseline, ApiObject current, ContractReport report)
{
    private readonly HashSet<(ApiObject Before, ApiObject Now, bool IsInput)> seen = [];

    public void Compare(ApiObject? before, ApiObject? now, bool isInput, string place)
    {
        if (before is null || now is null)
        {
            return;
        }

        var old = SchemaView.Of(before, baseline);
        var present = SchemaView.Of(now, current);

        // Types are recursive: a pair is compared once.
        if (!seen.Add((old.Schema, present.Schema, isInput)) || !CompareTypes(old, present, isInput, place))
        {
            return;
        }

        CompareFormat(old.Schema.Text("format"), present.Schema.Text("format"), isInput, place);
        CompareValues(old.Schema, present.Schema, isInput, place);
        if (isInput)
        {
            CompareLimits(old.Schema, present.Schema, place);
        }

        CompareMembers(old.Schema, present.Schema, isInput, place);
        CompareChoices(old, present, isInput, place);
        Compare(old.Schema.Object("items"), present.Schema.Object("items"), isInput, "an item of " + place);
        Compare(old.Schema.Object("additionalProperties"), present.Schema.Object("additionalProperties"), isInput, "a value of " + place);
    }

    private bool CompareTypes(SchemaView old, SchemaView present, bool isInput, string place)
    {
        var (narrow, wide) = isInput ? (old.Types, present.Types) : (present.Types, old.Types);
        if (wide.Count == 0 || (narrow.Count != 0 && narrow.All(t => wide.Contains(t) || (t == "integer" && wide.Contains("number")))))
        {
            return true;
        }

        report.Add(RuleIds.ContractTypeChanged, place + " was " + Name(old.Types) + " and is " + Name(present.Types));
        return false;
    }

    private void CompareFormat(string? old, string? present, bool isInput, string place)
    {
        var (narrow, wide) = isInput ? (old, present) : (present, old);
        if (wide is null || wide == narrow || (narrow == "int32" && wide == "int64") || (narrow == "float" && wide == "double"))
        {
            return;
        }

        report.Add(RuleIds.ContractTypeChanged, place + " had " + (old is null ? "no format" : "the format " + old) + " and has " + (present ?? "none"));
    }

    private void CompareValues(ApiObject old, ApiObject present, bool isInput, string place)
    {
        var before = Values(old);
        var now = Values(present);
        if (isInput && now is not null)
        {
            var gone = before is null ? null : before.Where(v => !now.Contains(v)).ToList();
            if (before is null || gone!.Count != 0)
            {
                report.Add(RuleIds.ContractTypeChanged, place + (before is null ? " is now limited to some values" : " no longer takes " + string.Join(", ", gone)));
            }
        }
        else if (!isInput && before is not null && now is null)
        {
            report.Add(RuleIds.ContractTypeChanged, place + " is no longer limited to some values");
        }
    }

    private void CompareLimits(ApiObject old, ApiObject present, string place)
    {
        foreach (var keyword in new[] { "minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum" })
        {
            if (Number(present, keyword) is { } now && !(keyword.StartsWith("minL", StringComparison.Ordinal) && now == 0) && !(Number(old, keyword) >= now))
            {
                report.Add(RuleIds.ContractTypeChanged, place + " now has " + keyword + " " + present.Text(keyword));
            }
        }

        foreach (var keyword in new[] { "maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum" })
        {
            if (Number(present, keyword) is { } now && !(Number(old, keyword) <= now))
            {
                report.Add(RuleIds.ContractTypeChanged, place + " now has " + keyword + " " + present.Text(keyword));
            }
        }

        if (present.Text("pattern") is { } pattern && pattern != old.Text("pattern"))
        {
            report.Add(RuleIds.ContractTypeChanged, place + " now has the pattern " + pattern);
        }

        if (present.Text("additionalProperties") == "false" && old.Text("additionalProperties") != "false")
        {
            report.Add(RuleIds.ContractTypeChanged, place + " now refuses unknown properties");
        }
    }

    private void CompareMembers(ApiObject old, ApiObject present, bool isInput, string place)
    {
        var properties = present.Object("properties");
        foreach (var member in old.Object("properties") ?? [])
        {
            if (properties?.Object(member.Key) is { } now)
            {
                Compare((ApiObject)member.Value, now, isInput, "'" + member.Key + "' of " + place);
            }
            else
            {
                report.Add(RuleIds.ContractPropertyRemoved, "'" + member.Key + "' of " + place + " is gone");
            }
        }

        var before = Required(old);
        var required = Required(present);
        if (isInput)
        {
            foreach (var name in required.Where(r => !before.Contains(r)))
            {
                report.Add(RuleIds.ContractRequiredInput, "'" + name + "' of " + place + (old.Object("properties")?.Has(name) == true ? " has become required" : " is new and required"));
            }
        }
        else
        {
            foreach (var name in before.Where(r => !required.Contains(r) && properties?.Has(r) == true))
            {
                report.Add(RuleIds.ContractPropertyRemoved, "'" + name + "' of " + place + " is no longer always present");
            }
        }
    }

    private void CompareChoices(SchemaView old, SchemaView present, bool isInput, string place)
    {
        foreach (var choice in old.Choices)
        {
            if (present.Choices.FirstOrDefault(c => Key(c) == Key(choice)) is { } same)
            {
                Compare(choice, same, isInput, "the form " + Key(choice) + " of " + place);
            }
            else if (isInput && present.Choices.Count != 0)
            {
                report.Add(RuleIds.ContractTypeChanged, place + " no longer takes the form " + Key(choice));
            }
        }

        foreach (var choice in present.Choices.Where(c => !isInput && old.Choices.Count != 0 && !old.Choices.Any(o => Key(o) == Key(c))))
        {
            report.Add(RuleIds.ContractTypeChanged, place + " may now have the form " + Key(choice));
        }
    }

    private static string Key(ApiObject choice) =>
        choice.Text("$ref") is { } reference ? reference.Substring(reference.LastIndexOf('/') + 1) : choice.ToString();

    private static HashSet<string>? Values(ApiObject schema) =>
        schema.Array("enum") is { } values ? [.. values.Select(v => v.ToString())]
        : schema["const"] is { } constant ? [constant.ToString()]
        : null;

    private static HashSet<string> Required(ApiObject schema) =>
        [.. (schema.Array("required") ?? []).OfType<ApiValue>().Select(v => v.Text)];

    private static double? Number(ApiObject schema, string keyword) =>
        double.TryParse(schema.Text(keyword), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Name(HashSet<string> types) =>
        types.Count == 0 ? "any type" : string.Join(" or ", types.OrderBy(t => t, StringComparer.Ordinal));
}
