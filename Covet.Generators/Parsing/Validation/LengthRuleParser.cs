using System.Globalization;
using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rules on lengths. Limits that make DataAnnotations throw are errors of the build.</summary>
internal static class LengthRuleParser
{
    public static ValidationRuleSpec? StringLength(RuleSource source, RuleParser parser)
    {
        var maximum = source.Argument(0) as int? ?? 0;
        var minimum = source.Named("MinimumLength") as int? ?? 0;
        if (source.Value.Known != KnownType.String)
        {
            return parser.Refuse(source.Attribute, "it measures text only; use [Length], [MinLength] or [MaxLength] for collections");
        }

        if (maximum < 0 || maximum < minimum)
        {
            return parser.Refuse(source.Attribute, "its limits contradict each other");
        }

        var format = minimum != 0 && !RuleMessage.IsCustom(source)
            ? "The field {0} must be a string with a minimum length of {2} and a maximum length of {1}."
            : "The field {0} must be a string with a maximum length of {1}.";
        return parser.Rule(source, ValidationRuleKind.StringLength, format, 3) is { } rule
            ? rule with { Arguments = Numbers(maximum, minimum), Flag = minimum <= 0 }
            : null;
    }

    public static ValidationRuleSpec? MinLength(RuleSource source, RuleParser parser)
    {
        var minimum = source.Argument(0) as int? ?? 0;
        return minimum < 0
            ? parser.Refuse(source.Attribute, "its length is negative")
            : One(source, parser, ValidationRuleKind.MinLength, minimum, "The field {0} must be a string or array type with a minimum length of '{1}'.");
    }

    public static ValidationRuleSpec? MaxLength(RuleSource source, RuleParser parser)
    {
        // Without an argument it means the longest that a database allows: any length.
        var maximum = source.Argument(0) as int? ?? -1;
        return maximum is 0 or < -1
            ? parser.Refuse(source.Attribute, "its length must be above zero, or -1 for any")
            : One(source, parser, ValidationRuleKind.MaxLength, maximum, "The field {0} must be a string or array type with a maximum length of '{1}'.");
    }

    public static ValidationRuleSpec? Length(RuleSource source, RuleParser parser)
    {
        var minimum = source.Argument(0) as int? ?? 0;
        var maximum = source.Argument(1) as int? ?? 0;
        if (minimum < 0 || maximum < minimum)
        {
            return parser.Refuse(source.Attribute, "its limits contradict each other");
        }

        return Countable(source, parser) && parser.Rule(source, ValidationRuleKind.Length, "The field {0} must be a string or collection type with a minimum length of '{1}' and maximum length of '{2}'.", 3) is { } rule
            ? rule with { Arguments = Numbers(minimum, maximum) }
            : null;
    }

    private static ValidationRuleSpec? One(RuleSource source, RuleParser parser, ValidationRuleKind kind, int limit, string format) =>
        Countable(source, parser) && parser.Rule(source, kind, format, 2) is { } rule ? rule with { Arguments = Numbers(limit) } : null;

    private static bool Countable(RuleSource source, RuleParser parser)
    {
        if (source.Value.Count is not null)
        {
            return true;
        }

        parser.Refuse(source.Attribute, "the value is neither text nor a collection");
        return false;
    }

    private static EquatableArray<string> Numbers(params int[] numbers) =>
        numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).ToEquatableArray();
}
