using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>The condition under which <c>[Range]</c> fails. Written as "not inside", so that NaN fails.</summary>
internal static class RangeCondition
{
    public static string Fails(RuleTarget target, ValidationRuleSpec rule, string value, string local)
    {
        var limits = rule.LimitsAreFields
            ? rule.Arguments.Select(limit => target.Fields.Add(rule.Operand!, limit)).ToArray()
            : [.. rule.Arguments];
        var minimum = rule.MinimumIsExclusive ? " > " : " >= ";
        var maximum = rule.MaximumIsExclusive ? " < " : " <= ";
        switch (rule.RangeMode)
        {
            case ValidationRangeMode.Text:
                // An empty text is [Required]'s question.
                var parsed = local + "_value";
                return value + ".Length != 0 && !(" + Parse(rule.Operand!, value, parsed)
                    + " && " + parsed + minimum + limits[0] + " && " + parsed + maximum + limits[1] + ")";
            case ValidationRangeMode.Whole:
                value = "global::Covet.Internal.ValidationRules.Whole(" + value + ")";
                break;
            case ValidationRangeMode.Cast:
                value = "(" + rule.Operand + ")" + value;
                break;
        }

        return "!(" + value + minimum + limits[0] + " && " + value + maximum + limits[1] + ")";
    }

    private static string Parse(string operand, string value, string parsed)
    {
        const string Styles = "global::System.Globalization.NumberStyles.";
        const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
        var styles = operand switch
        {
            "double" => Styles + "Float | " + Styles + "AllowThousands, ",
            "float" => Styles + "Float | " + Styles + "AllowThousands, ",
            "decimal" => Styles + "Currency, ",
            "int" or "long" or "short" or "sbyte" or "byte" or "ushort" or "uint" or "ulong" => Styles + "Integer, ",
            _ => "",
        };
        return operand + ".TryParse(" + value + ", " + styles + Invariant + ", out var " + parsed + ")";
    }
}
