using System.Globalization;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rule of <c>[Range]</c>. Limits are read at build, with the invariant culture, so that every server has the same.</summary>
internal static class RangeRuleParser
{
    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser)
    {
        var minimumIsExclusive = source.Named("MinimumIsExclusive") is true;
        var maximumIsExclusive = source.Named("MaximumIsExclusive") is true;
        var format = (minimumIsExclusive, maximumIsExclusive) switch
        {
            (false, false) => "The field {0} must be between {1} and {2}.",
            (true, false) => "The field {0} must be between {1} exclusive and {2}.",
            (false, true) => "The field {0} must be between {1} and {2} exclusive.",
            _ => "The field {0} must be between {1} exclusive and {2} exclusive.",
        };
        if (parser.Rule(source, ValidationRuleKind.Range, format, 3) is not { } rule)
        {
            return null;
        }

        rule = rule with { MinimumIsExclusive = minimumIsExclusive, MaximumIsExclusive = maximumIsExclusive };
        return source.Argument(0) switch
        {
            int or double => OfNumbers(source, parser, rule),
            INamedTypeSymbol type => OfType(source, parser, rule, type),
            _ => parser.Refuse(source.Attribute, "its limits cannot be read"),
        };
    }

    private static ValidationRuleSpec? OfNumbers(RuleSource source, RuleParser parser, ValidationRuleSpec rule)
    {
        var whole = source.Argument(0) is int;
        var order = whole ? ((int)source.Argument(0)!).CompareTo((int)source.Argument(1)!) : ((double)source.Argument(0)!).CompareTo((double)source.Argument(1)!);
        if (Contradiction(order, rule) is { } reason)
        {
            return parser.Refuse(source.Attribute, reason);
        }

        rule = rule with
        {
            Arguments = source.Attribute.ConstructorArguments.Select(argument => AttributeConstantParser.Parse("", argument).Expression).ToEquatableArray(),
        };
        var known = source.Value.EnumUnderlying != KnownType.None ? source.Value.EnumUnderlying : source.Value.Known;
        var isEnum = source.Value.EnumUnderlying != KnownType.None;
        switch (known)
        {
            case KnownType.String:
                return rule with { RangeMode = ValidationRangeMode.Text, Operand = whole ? "int" : "double" };
            case KnownType.Char when whole:
                return rule with { RangeMode = ValidationRangeMode.Cast, Operand = "int" };
            case KnownType.UInt64 or KnownType.UIntPtr when whole && isEnum:
                return rule with { RangeMode = ValidationRangeMode.Cast, Operand = "global::System.Int128)(ulong" };
            case KnownType.UInt64 or KnownType.UIntPtr when whole:
                return rule with { RangeMode = ValidationRangeMode.Cast, Operand = "global::System.Int128" };
            case KnownType.SByte or KnownType.Byte or KnownType.Int16 or KnownType.UInt16 or KnownType.Int32 or KnownType.UInt32 or KnownType.Int64 or KnownType.IntPtr or KnownType.Int128 or KnownType.BigInteger when whole:
                return isEnum ? rule with { RangeMode = ValidationRangeMode.Cast, Operand = "long" } : rule;
            case KnownType.UInt128 when whole:
                return rule with { RangeMode = ValidationRangeMode.Cast, Operand = "global::System.Numerics.BigInteger" };
            case KnownType.Single or KnownType.Double or KnownType.Decimal when whole:
                return rule with { RangeMode = ValidationRangeMode.Whole };
            case KnownType.Double:
                return rule;
            case KnownType.SByte or KnownType.Byte or KnownType.Int16 or KnownType.UInt16 or KnownType.Int32 or KnownType.UInt32 or KnownType.Int64 or KnownType.UInt64
                or KnownType.Single or KnownType.Decimal or KnownType.Half or KnownType.IntPtr or KnownType.UIntPtr or KnownType.Int128 or KnownType.UInt128 or KnownType.BigInteger:
                return rule with { RangeMode = ValidationRangeMode.Cast, Operand = "double" };
            default:
                return parser.Refuse(source.Attribute, "the value is no number" + (RangeLimits.IsDate(known) ? "; use [Range(typeof(" + known + "), \"...\", \"...\")]" : ""));
        }
    }

    private static ValidationRuleSpec? OfType(RuleSource source, RuleParser parser, ValidationRuleSpec rule, INamedTypeSymbol type)
    {
        var operand = KnownTypes.Of(type);
        if (!SymbolEqualityComparer.Default.Equals(source.ValueType.UnwrapNullable(), type) && source.Value.Known != KnownType.String)
        {
            return parser.Refuse(source.Attribute, "its limits are of another type than the value, which it then never accepts");
        }

        if (source.Argument(1) is not string minimumText || source.Argument(2) is not string maximumText)
        {
            return parser.Refuse(source.Attribute, "its limits cannot be read");
        }

        var minimum = RangeLimits.Parse(operand, minimumText);
        var maximum = RangeLimits.Parse(operand, maximumText);
        if (minimum is null || maximum is null)
        {
            return parser.Refuse(source.Attribute, RangeLimits.IsKnown(operand)
                ? "'" + (minimum is null ? minimumText : maximumText) + "' is no " + type.Name
                : "only numbers, dates and times can be compared without reflection");
        }

        if (Contradiction(minimum.Value.CompareTo(maximum.Value), rule) is { } reason)
        {
            return parser.Refuse(source.Attribute, reason);
        }

        return rule with
        {
            Arguments = new EquatableArray<string>([minimum.Expression, maximum.Expression]),
            LimitsAreFields = RangeLimits.IsDate(operand),
            Operand = TypeRefFactory.Create(type).FullName,
            RangeMode = source.Value.Known == KnownType.String ? ValidationRangeMode.Text : ValidationRangeMode.Direct,
        };
    }

    private static string? Contradiction(int order, ValidationRuleSpec rule) => order switch
    {
        > 0 => "its minimum is above its maximum",
        0 when rule.MinimumIsExclusive || rule.MaximumIsExclusive => "its limits are equal and one of them is excluded",
        _ => null,
    };
}
