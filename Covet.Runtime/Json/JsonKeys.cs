using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Covet.Internal;

/// <summary>Reads dictionary keys, which are strings in JSON whatever they are in C#.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonKeys
{
    /// <summary>Writes a key of the type <c>object</c> by its run-time type, without the colon.</summary>
    /// <exception cref="NotSupportedException">The key is of a type that cannot be a name.</exception>
    public static void Write(ref JsonWriter writer, object key)
    {
        switch (key)
        {
            case double value:
                WriteDouble(ref writer, value);
                break;
            case string or char or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Uri or Version:
                JsonAny.Write(ref writer, key);
                break;
            case bool value:
                writer.WriteRaw(value ? "\"True\""u8 : "\"False\""u8);
                break;
            case Enum value:
                writer.WriteString(value.ToString());
                break;
            default:
                if (JsonAnyNumbers.TryWriteQuoted(ref writer, key))
                {
                    break;
                }

                throw new NotSupportedException($"{key.GetType()} cannot be a dictionary key in JSON.");
        }
    }

    /// <summary>Writes a key, without the colon.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public static void WriteDouble(ref JsonWriter writer, double key)
    {
        writer.WriteRaw((byte)'"');
        writer.WriteDouble(key);
        writer.WriteRaw((byte)'"');
    }

    /// <summary>Reads a key.</summary>
    public static bool ReadBoolean(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out bool value, out var used) && used == name.Length ? value : reader.InvalidKey<bool>("true or false");

    /// <summary>Reads a key.</summary>
    public static char ReadChar(ref JsonReader reader, ReadOnlySpan<byte> name)
    {
        Span<char> one = stackalloc char[2];
        return name.Length is > 0 and <= 3 && Encoding.UTF8.TryGetChars(name, one, out var count) && count == 1 ? one[0] : reader.InvalidKey<char>("one character");
    }

    /// <summary>Reads a key.</summary>
    public static sbyte ReadSByte(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out sbyte value, out var used) && used == name.Length ? value : reader.InvalidKey<sbyte>("a whole number");

    /// <summary>Reads a key.</summary>
    public static byte ReadByte(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out byte value, out var used) && used == name.Length ? value : reader.InvalidKey<byte>("a whole number");

    /// <summary>Reads a key.</summary>
    public static short ReadInt16(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out short value, out var used) && used == name.Length ? value : reader.InvalidKey<short>("a whole number");

    /// <summary>Reads a key.</summary>
    public static ushort ReadUInt16(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out ushort value, out var used) && used == name.Length ? value : reader.InvalidKey<ushort>("a whole number");

    /// <summary>Reads a key.</summary>
    public static int ReadInt32(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out int value, out var used) && used == name.Length ? value : reader.InvalidKey<int>("a whole number");

    /// <summary>Reads a key.</summary>
    public static uint ReadUInt32(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out uint value, out var used) && used == name.Length ? value : reader.InvalidKey<uint>("a whole number");

    /// <summary>Reads a key.</summary>
    public static long ReadInt64(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out long value, out var used) && used == name.Length ? value : reader.InvalidKey<long>("a whole number");

    /// <summary>Reads a key.</summary>
    public static ulong ReadUInt64(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out ulong value, out var used) && used == name.Length ? value : reader.InvalidKey<ulong>("a whole number");

    /// <summary>Reads a key.</summary>
    public static Int128 ReadInt128(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Int128.TryParse(name, CultureInfo.InvariantCulture, out var value) ? value : reader.InvalidKey<Int128>("a whole number");

    /// <summary>Reads a key.</summary>
    public static UInt128 ReadUInt128(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        UInt128.TryParse(name, CultureInfo.InvariantCulture, out var value) ? value : reader.InvalidKey<UInt128>("a whole number");

    /// <summary>Reads a key.</summary>
    public static Half ReadHalf(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonReader.TryNamed(name, out var named) ? (Half)named
        : Half.TryParse(name, CultureInfo.InvariantCulture, out var value) && Half.IsFinite(value) ? value : reader.InvalidKey<Half>("a number");

    /// <summary>Reads a key.</summary>
    public static float ReadSingle(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonReader.TryNamed(name, out var named) ? (float)named
        : Utf8Parser.TryParse(name, out float value, out var used) && used == name.Length && float.IsFinite(value) ? value : reader.InvalidKey<float>("a number");

    /// <summary>Reads a key.</summary>
    public static double ReadDouble(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonReader.TryNamed(name, out var named) ? named
        : Utf8Parser.TryParse(name, out double value, out var used) && used == name.Length && double.IsFinite(value) ? value : reader.InvalidKey<double>("a number");

    /// <summary>Reads a key.</summary>
    public static decimal ReadDecimal(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(name, out decimal value, out var used) && used == name.Length ? value : reader.InvalidKey<decimal>("a number");

    /// <summary>Reads a key.</summary>
    public static Guid ReadGuid(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        name.Length == 36 && Utf8Parser.TryParse(name, out Guid value, out var used, 'D') && used == 36 ? value : reader.InvalidKey<Guid>("a GUID");

    /// <summary>Reads a key.</summary>
    public static DateTime ReadDateTime(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonDates.TryParse(name, out DateTime value) ? value : reader.InvalidKey<DateTime>("a date and time");

    /// <summary>Reads a key.</summary>
    public static DateTimeOffset ReadDateTimeOffset(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonDates.TryParse(name, out DateTimeOffset value) ? value : reader.InvalidKey<DateTimeOffset>("a date and time");

    /// <summary>Reads a key.</summary>
    public static DateOnly ReadDateOnly(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonDates.TryParseDate(name, out var value) ? value : reader.InvalidKey<DateOnly>("a date");

    /// <summary>Reads a key.</summary>
    public static TimeOnly ReadTimeOnly(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonDates.TryParseTime(name, out var value) ? value : reader.InvalidKey<TimeOnly>("a time of day");

    /// <summary>Reads a key.</summary>
    public static TimeSpan ReadTimeSpan(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        JsonDates.TryParseDuration(name, out var value) ? value : reader.InvalidKey<TimeSpan>("a duration");

    /// <summary>Reads a key.</summary>
    public static Uri ReadUri(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        Uri.TryCreate(Encoding.UTF8.GetString(name), UriKind.RelativeOrAbsolute, out var value) ? value : reader.InvalidKey<Uri>("a URI") ?? new Uri("", UriKind.Relative);

    /// <summary>Reads a key.</summary>
    public static Version ReadVersion(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        name.Length > 0 && char.IsAsciiDigit((char)name[0]) && char.IsAsciiDigit((char)name[^1]) && Version.TryParse(Encoding.UTF8.GetString(name), out var value) ? value : reader.InvalidKey<Version>("a version") ?? new Version();
}
