namespace Covet.Runtime.Tests.Json;

/// <summary>A codec as the generator writes it, by hand.</summary>
internal readonly struct PointCodec : IJsonCodec<Point>
{
    public static void Write(ref JsonWriter writer, Point value)
    {
        writer.Enter();
        writer.WriteRaw("{\"x\":"u8);
        writer.WriteInt32(value.X);
        writer.WriteRaw(",\"name\":"u8);
        if (value.Name is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(value.Name);
        }

        writer.WriteRaw("}"u8);
        writer.Leave();
    }

    public static Point? Read(ref JsonReader reader)
    {
        if (reader.TryReadNull() || !reader.BeginObject())
        {
            return null;
        }

        var x = 0;
        string? name = null;
        var hasX = false;
        while (reader.NextMember(out var member))
        {
            if (member.SequenceEqual("x"u8))
            {
                x = reader.ReadInt32();
                hasX = true;
            }
            else if (member.SequenceEqual("name"u8))
            {
                name = reader.ReadString();
            }
            else
            {
                reader.SkipValue();
            }
        }

        if (!hasX)
        {
            reader.RecordMissing("x");
        }

        return new Point(x, name);
    }
}
