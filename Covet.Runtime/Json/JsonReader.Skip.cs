namespace Covet.Internal;

// Values that nobody reads, or that somebody else reads.
public ref partial struct JsonReader
{
    /// <summary>Passes over one value, whatever it is.</summary>
    public void SkipValue()
    {
        switch (Peek())
        {
            case (byte)'"':
                SkipString();
                break;
            case (byte)'{':
                _ = BeginObject();
                while (NextName())
                {
                    // Names are not unescaped: half of a surrogate pair is no fault in what nobody reads.
                    SkipString();
                    ReadColon();
                    SkipValue();
                }

                break;
            case (byte)'[':
                _ = BeginArray();
                while (NextItem())
                {
                    SkipValue();
                }

                break;
            case (byte)'t':
                ReadLiteral("true"u8);
                break;
            case (byte)'f':
                ReadLiteral("false"u8);
                break;
            case (byte)'n':
                ReadLiteral("null"u8);
                break;
            default:
                SkipNumber();
                break;
        }
    }

    /// <summary>Passes over one value and returns its bytes.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        _ = Peek();
        var start = pos;
        SkipValue();
        return data[start..pos];
    }
}
