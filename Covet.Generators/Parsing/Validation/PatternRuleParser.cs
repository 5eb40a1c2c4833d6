using System.Globalization;
using System.Text.RegularExpressions;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rule of <c>[RegularExpression]</c>.</summary>
internal static class PatternRuleParser
{
    private const int DefaultTimeout = 2000;

    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser)
    {
        var pattern = source.Argument(0) as string;
        if (string.IsNullOrEmpty(pattern))
        {
            return parser.Refuse(source.Attribute, "it has no pattern");
        }

        try
        {
            _ = new Regex(pattern);
        }
        catch (ArgumentException exception)
        {
            return parser.Refuse(source.Attribute, "its pattern is malformed: " + exception.Message);
        }

        var timeout = source.Named("MatchTimeoutInMilliseconds") as int? ?? DefaultTimeout;
        if (timeout is 0 or < -1)
        {
            return parser.Refuse(source.Attribute, "its timeout must be above zero, or -1 for none");
        }

        return parser.Rule(source, ValidationRuleKind.Pattern, "The field {0} must match the regular expression '{1}'.", 2) is { } rule
            ? rule with { Pattern = pattern, Arguments = new EquatableArray<string>([SymbolDisplay.FormatLiteral(pattern!, quote: true), timeout.ToString(CultureInfo.InvariantCulture)]) }
            : null;
    }
}
