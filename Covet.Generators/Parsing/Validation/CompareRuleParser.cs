using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rule of <c>[Compare]</c>.</summary>
internal static class CompareRuleParser
{
    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser)
    {
        var name = source.Argument(0) as string ?? "";
        if (source.Owner is null)
        {
            return parser.Refuse(source.Attribute, "a parameter has no other member to compare with; put both into an [AsParameters] type");
        }

        var other = source.Owner.SelfAndBases().SelectMany(type => type.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(property => property is { IsStatic: false, IsIndexer: false });
        if (other?.GetMethod is null || !parser.CanReach(other.GetMethod))
        {
            return parser.Refuse(source.Attribute, "there is no readable property '" + name + "'");
        }

        if (parser.Rule(source, ValidationRuleKind.Compare, "'{0}' and '{1}' do not match.", 2) is not { } rule)
        {
            return null;
        }

        var display = DisplayNameParser.Parse(name, MemberAttributes.Of(other), parser);
        var sameType = SymbolEqualityComparer.Default.Equals(source.ValueType, other.Type);
        return rule with
        {
            Target = name,
            Operand = sameType ? TypeRefFactory.Create(source.ValueType).FullName + (source.ValueType.IsValueType ? "" : "?") : null,
            Arguments = new EquatableArray<string>([display.Expression]),
            FormatIsResource = rule.FormatIsResource || display.IsResource,
        };
    }
}
