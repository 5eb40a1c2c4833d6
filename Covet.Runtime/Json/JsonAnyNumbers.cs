namespace Covet.Internal;

/// <summary>Writes numbers whose type only the run time knows, where options say that numbers are not written plainly.</summary>
internal static class JsonAnyNumbers
{
    private const int AsString = 2;
    private const int NamedLiterals = 4;

    /// <summary>Writes a number; false where the value is none, or the handling changes nothing for it.</summary>
    public static bool TryWrite(ref JsonWriter writer, object value, int handling) =>
        (handling & AsString) != 0 ? TryWriteQuoted(ref writer, value) : (handling & NamedLiterals) != 0 && TryWriteNamed(ref writer, value);

    /// <summary>Writes a number in quotes; false where the value is none.</summary>
    public static bool TryWriteQuoted(ref JsonWriter writer, object value)
    {
        switch (value)
        {
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteQuotedInt64(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                return true;
            case ulong v:
                writer.WriteQuotedUInt64(v);
                return true;
            case Int128 v:
                writer.WriteQuotedInt128(v);
                return true;
            case UInt128 v:
                writer.WriteQuotedUInt128(v);
                return true;
            case Half v:
                writer.WriteQuotedHalf(v);
                return true;
            case float v:
                writer.WriteQuotedSingle(v);
                return true;
            case double v:
                writer.WriteQuotedDouble(v);
                return true;
            case decimal v:
                writer.WriteQuotedDecimal(v);
                return true;
            default:
                return false;
        }
    }

    private static bool TryWriteNamed(ref JsonWriter writer, object value)
    {
        switch (value)
        {
            case Half v:
                writer.WriteNamedHalf(v);
                return true;
            case float v:
                writer.WriteNamedSingle(v);
                return true;
            case double v:
                writer.WriteNamedDouble(v);
                return true;
            default:
                return false;
        }
    }
}
