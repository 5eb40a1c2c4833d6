using System.Globalization;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rule of <c>[EnumDataType]</c>: a named value, or for flags a combination of named values.</summary>
internal static class EnumRuleParser
{
    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser)
    {
        if (source.Argument(0) is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
        {
            return parser.Refuse(source.Attribute, "its type is not an enum");
        }

        if (!parser.CanReach(type))
        {
            return parser.Refuse(source.Attribute, "generated code cannot name '" + type.Name + "'; make it public or internal");
        }

        var isEnum = source.Value.EnumUnderlying != KnownType.None;
        if (isEnum && !SymbolEqualityComparer.Default.Equals(source.ValueType.UnwrapNullable(), type))
        {
            return parser.Refuse(source.Attribute, "the value is of another enum, which it never accepts");
        }

        if (!isEnum && source.Value.Known is not (KnownType.String or >= KnownType.SByte and <= KnownType.UInt64))
        {
            return parser.Refuse(source.Attribute, "the value is no enum, whole number or text");
        }

        if (parser.Rule(source, ValidationRuleKind.EnumDataType, "The field {0} is invalid.", 1) is not { } rule)
        {
            return null;
        }

        var flags = type.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System", "FlagsAttribute"));
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        var name = TypeRefFactory.Create(type).FullName;
        return rule with
        {
            Operand = name,
            Flag = flags,
            Target = Unsigned(KnownTypes.Of(type.EnumUnderlyingType!)),
            Arguments = flags
                ? fields.Select(field => Bits(field.ConstantValue!)).Distinct().OrderByDescending(bits => bits).Select(bits => bits.ToString(CultureInfo.InvariantCulture) + "UL").ToEquatableArray()
                : fields.GroupBy(field => field.ConstantValue).Select(group => name + "." + CSharpName.Escape(group.First().Name)).ToEquatableArray(),
        };
    }

    private static string Unsigned(KnownType underlying) => underlying switch
    {
        KnownType.SByte or KnownType.Byte => "byte",
        KnownType.Int16 or KnownType.UInt16 => "ushort",
        KnownType.Int64 or KnownType.UInt64 => "ulong",
        _ => "uint",
    };

    private static ulong Bits(object value) => value switch
    {
        sbyte number => unchecked((byte)number),
        short number => unchecked((ushort)number),
        int number => unchecked((uint)number),
        long number => unchecked((ulong)number),
        _ => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
    };
}
