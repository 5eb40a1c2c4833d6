using System.Globalization;
using System.Numerics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Reads the limits of <c>[Range(typeof(T), "...", "...")]</c> as the type's converter does, with the invariant culture.</summary>
internal static class RangeLimits
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Whether a type is a date or a time, of which no literals exist.</summary>
    public static bool IsDate(KnownType type) => type is KnownType.DateTime or KnownType.DateTimeOffset or KnownType.DateOnly or KnownType.TimeOnly or KnownType.TimeSpan;

    /// <summary>Whether limits of a type can be read at all.</summary>
    public static bool IsKnown(KnownType type) =>
        IsDate(type) || type is (>= KnownType.SByte and <= KnownType.UInt64) or KnownType.Single or KnownType.Double or KnownType.Decimal;

    /// <summary>The limit, or null where the text is not one.</summary>
    public static RangeLimit? Parse(KnownType type, string text)
    {
        text = text.Trim();
        switch (type)
        {
            case KnownType.Single:
                return float.TryParse(text, NumberStyles.Float, Invariant, out var single) ? new RangeLimit(Special(single) ?? single.ToString("R", Invariant) + "F", single) : null;
            case KnownType.Double:
                return double.TryParse(text, NumberStyles.Float, Invariant, out var number) ? new RangeLimit(Special(number) ?? number.ToString("R", Invariant) + "D", number) : null;
            case KnownType.Decimal:
                return decimal.TryParse(text, NumberStyles.Currency, Invariant, out var money) ? new RangeLimit("(" + money.ToString(Invariant) + "M)", money) : null;
            case KnownType.DateTime:
            case KnownType.DateOnly:
            case KnownType.TimeOnly:
                return DateTime.TryParse(text, Invariant, DateTimeStyles.None, out var date) ? new RangeLimit(ParseCall(type, text), date) : null;
            case KnownType.DateTimeOffset:
                return DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.None, out var offset) ? new RangeLimit(ParseCall(type, text), offset) : null;
            case KnownType.TimeSpan:
                return TimeSpan.TryParse(text, Invariant, out var span) ? new RangeLimit(ParseCall(type, text), span) : null;
            default:
                return type is >= KnownType.SByte and <= KnownType.UInt64 ? Whole(type, text) : null;
        }
    }

    private static RangeLimit? Whole(KnownType type, string text)
    {
        if (!BigInteger.TryParse(text, NumberStyles.Integer, Invariant, out var number))
        {
            return null;
        }

        var (name, minimum, maximum) = type switch
        {
            KnownType.SByte => ("sbyte", (BigInteger)sbyte.MinValue, (BigInteger)sbyte.MaxValue),
            KnownType.Byte => ("byte", byte.MinValue, byte.MaxValue),
            KnownType.Int16 => ("short", short.MinValue, short.MaxValue),
            KnownType.UInt16 => ("ushort", ushort.MinValue, ushort.MaxValue),
            KnownType.Int32 => ("int", int.MinValue, int.MaxValue),
            KnownType.UInt32 => ("uint", uint.MinValue, uint.MaxValue),
            KnownType.Int64 => ("long", long.MinValue, long.MaxValue),
            _ => ("ulong", ulong.MinValue, ulong.MaxValue),
        };
        return number < minimum || number > maximum ? null : new RangeLimit("((" + name + ")(" + number.ToString(Invariant) + "))", number);
    }

    private static string? Special(double number) =>
        double.IsNaN(number) ? "double.NaN" : double.IsPositiveInfinity(number) ? "double.PositiveInfinity" : double.IsNegativeInfinity(number) ? "double.NegativeInfinity" : null;

    private static string ParseCall(KnownType type, string text) =>
        "global::System." + type + ".Parse(" + SymbolDisplay.FormatLiteral(text, quote: true) + ", global::System.Globalization.CultureInfo.InvariantCulture)";
}
