using System.Runtime.CompilerServices;

namespace Covet.Internal;

// Numbers inside quotes: JsonNumberHandling.WriteAsString and AllowNamedFloatingPointLiterals.
public ref partial struct JsonWriter
{
    /// <summary>Writes a number that is not finite as its name, a finite one as a number.</summary>
    public void WriteNamedDouble(double value)
    {
        if (double.IsFinite(value))
        {
            WriteDouble(value);
        }
        else
        {
            WriteRaw(NameOf(value));
        }
    }

    /// <summary>Writes a number that is not finite as its name, a finite one as a number.</summary>
    public void WriteNamedSingle(float value)
    {
        if (float.IsFinite(value))
        {
            WriteSingle(value);
        }
        else
        {
            WriteRaw(NameOf(value));
        }
    }

    /// <summary>Writes a number that is not finite as its name, a finite one as a number.</summary>
    public void WriteNamedHalf(Half value)
    {
        if (Half.IsFinite(value))
        {
            WriteHalf(value);
        }
        else
        {
            WriteRaw(NameOf((double)value));
        }
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedInt64(long value)
    {
        WriteRaw((byte)'"');
        WriteInt64(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedUInt64(ulong value)
    {
        WriteRaw((byte)'"');
        WriteUInt64(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedInt128(Int128 value)
    {
        WriteRaw((byte)'"');
        WriteInt128(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedUInt128(UInt128 value)
    {
        WriteRaw((byte)'"');
        WriteUInt128(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedDecimal(decimal value)
    {
        WriteRaw((byte)'"');
        WriteDecimal(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            WriteRaw(NameOf(value));
            return;
        }

        WriteRaw((byte)'"');
        WriteDouble(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedSingle(float value)
    {
        if (!float.IsFinite(value))
        {
            WriteRaw(NameOf(value));
            return;
        }

        WriteRaw((byte)'"');
        WriteSingle(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a number in quotes.</summary>
    public void WriteQuotedHalf(Half value)
    {
        if (!Half.IsFinite(value))
        {
            WriteRaw(NameOf((double)value));
            return;
        }

        WriteRaw((byte)'"');
        WriteHalf(value);
        WriteRaw((byte)'"');
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> NameOf(double value) =>
        double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8;
}
