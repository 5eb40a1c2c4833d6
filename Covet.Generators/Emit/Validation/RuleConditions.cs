using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>The conditions under which rules fail, as C#, and the arguments of their messages.</summary>
internal static class RuleConditions
{
    private const string Rules = "global::Covet.Internal.ValidationRules.";

    /// <summary>The condition under which <c>[Required]</c> fails; null where it never does.</summary>
    public static string? Missing(RuleTarget target, ValidationRuleSpec rule)
    {
        var value = target.Value;
        if (!value.CanBeNull)
        {
            return null;
        }

        return value.Known switch
        {
            KnownType.String when !rule.Flag => "string.IsNullOrWhiteSpace(" + target.Variable + ")",
            KnownType.Object => Rules + "IsMissing(" + target.Variable + ", " + (rule.Flag ? "true" : "false") + ")",
            _ => target.Variable + " is null",
        };
    }

    /// <summary>The condition under which a rule fails; null where it never does.</summary>
    public static string? Fails(RuleTarget target, ValidationRuleSpec rule, string local)
    {
        var variable = target.Variable;
        switch (rule.Kind)
        {
            case ValidationRuleKind.AllowedValues:
                return rule.Arguments.Count == 0 ? "true" : variable + " is not (" + string.Join(" or ", rule.Arguments) + ")";
            case ValidationRuleKind.DeniedValues:
                return rule.Arguments.Count == 0 ? null : variable + " is " + string.Join(" or ", rule.Arguments);
            case ValidationRuleKind.Compare:
                var other = target.Owner + "." + Literals.Identifier(rule.Target!);
                return rule.Operand is null
                    ? "!object.Equals(" + variable + ", " + other + ")"
                    : "!global::System.Collections.Generic.EqualityComparer<" + rule.Operand + ">.Default.Equals(" + variable + ", " + other + ")";
        }

        // The remaining rules say nothing about null.
        var value = target.Value.CanBeNull ? local : variable;
        var verdict = OfValue(target, rule, value, local);
        return verdict is null ? null : target.Value.CanBeNull ? variable + " is { } " + local + " && " + verdict : verdict;
    }

    /// <summary>The arguments of the message after the name.</summary>
    public static IEnumerable<string> MessageArguments(RuleTarget target, ValidationRuleSpec rule) => rule.Kind switch
    {
        ValidationRuleKind.StringLength or ValidationRuleKind.Length or ValidationRuleKind.MinLength or ValidationRuleKind.MaxLength => rule.Arguments,
        ValidationRuleKind.Range => rule.LimitsAreFields
            ? rule.Arguments.Select(limit => target.Fields.Add(rule.Operand!, limit))
            : rule.Arguments,
        ValidationRuleKind.Pattern => rule.Arguments.Take(1),
        ValidationRuleKind.Compare => rule.Arguments,
        _ => [],
    };

    private static string? OfValue(RuleTarget target, ValidationRuleSpec rule, string value, string local)
    {
        switch (rule.Kind)
        {
            case ValidationRuleKind.StringLength:
                return rule.Flag ? value + ".Length > " + rule.Arguments[0] : value + ".Length is < " + rule.Arguments[1] + " or > " + rule.Arguments[0];
            case ValidationRuleKind.MinLength:
                return Count(target, value) + " < " + rule.Arguments[0];
            case ValidationRuleKind.MaxLength:
                return rule.Arguments[0] == "-1" ? null : Count(target, value) + " > " + rule.Arguments[0];
            case ValidationRuleKind.Length:
                return Count(target, value) + " is < " + rule.Arguments[0] + " or > " + rule.Arguments[1];
            case ValidationRuleKind.Pattern:
                // A pattern that never has to go back is code; another is a regular expression at run time.
                var text = target.Value.Known == KnownType.String ? value : Rules + "Text(" + value + ")";
                return target.Fields.AddPattern(rule.Pattern!) is { } method
                    ? "!" + method + "(" + text + ")"
                    : "!" + target.Fields.Add("global::Covet.Internal.ValidationPattern", "new(" + rule.Arguments[0] + ", " + rule.Arguments[1] + ")") + ".Matches(" + text + ")";
            case ValidationRuleKind.Text:
                return "!" + Rules + rule.Target + "(" + value + ")";
            case ValidationRuleKind.Range:
                return RangeCondition.Fails(target, rule, value, local);
            case ValidationRuleKind.EnumDataType:
                return EnumCondition.Fails(target, rule, value, local);
            default:
                throw new InvalidOperationException("No condition is known for " + rule.Kind);
        }
    }

    private static string Count(RuleTarget target, string value) =>
        target.Value.Count is { Length: > 0 } member ? value + "." + member : Rules + "Count(" + value + ")";
}
