using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>The condition under which <c>[EnumDataType]</c> fails.</summary>
internal static class EnumCondition
{
    public static string Fails(RuleTarget target, ValidationRuleSpec rule, string value, string local)
    {
        var parsed = local + "_value";
        if (target.Value.Known == KnownType.String)
        {
            return value + ".Length != 0 && !(global::System.Enum.TryParse<" + rule.Operand + ">(" + value + ", out var " + parsed + ") && " + IsDefined(rule, parsed) + ")";
        }

        // A number is cast as Enum.ToObject casts it: without a check.
        var member = target.Value.EnumUnderlying != KnownType.None ? value : "unchecked((" + rule.Operand + ")" + value + ")";
        return "!(" + IsDefined(rule, member) + ")";
    }

    private static string IsDefined(ValidationRuleSpec rule, string value)
    {
        if (rule.Flag)
        {
            return "global::Covet.Internal.ValidationRules.IsFlags(unchecked((ulong)(" + rule.Target + ")" + value + "), [" + string.Join(", ", rule.Arguments) + "])";
        }

        return rule.Arguments.Count == 0 ? "false" : value + " is " + string.Join(" or ", rule.Arguments);
    }
}
