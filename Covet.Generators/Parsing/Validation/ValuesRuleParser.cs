using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rules of <c>[AllowedValues]</c> and <c>[DeniedValues]</c>.</summary>
internal static class ValuesRuleParser
{
    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser, ValidationRuleKind kind, string format)
    {
        var argument = source.Attribute.ConstructorArguments.FirstOrDefault();
        var constants = argument.Kind == TypedConstantKind.Array && !argument.IsNull ? argument.Values : [argument];
        var patterns = new List<string>();
        foreach (var constant in constants)
        {
            if (constant.IsNull)
            {
                if (source.Value.CanBeNull)
                {
                    patterns.Add("null");
                }
            }
            else if (constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && Matches(source, constant.Type!))
            {
                patterns.Add(AttributeConstantParser.Parse("", constant).Expression);
            }
        }

        return parser.Rule(source, kind, format, 1) is { } rule ? rule with { Arguments = patterns.Distinct().ToEquatableArray() } : null;
    }

    // object.Equals holds between values of one type only: an int never equals a long.
    private static bool Matches(RuleSource source, ITypeSymbol constant) =>
        source.Value.Known == KnownType.Object || SymbolEqualityComparer.Default.Equals(source.ValueType.UnwrapNullable(), constant);
}
