using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Covet.Internal;

// Booleans and the types that are strings of a fixed form.
public ref partial struct JsonReader
{
    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean()
    {
        switch (Peek())
        {
            case (byte)'t':
                ReadLiteral("true"u8);
                return true;
            case (byte)'f':
                ReadLiteral("false"u8);
                return false;
            default:
                return Mismatch<bool>("true or false");
        }
    }

    /// <summary>Reads a GUID of 36 characters (RFC 9562, section 4).</summary>
    public Guid ReadGuid() =>
        !TryReadText("a GUID", out var text, out var start) ? default
        : text.Length == 36 && Utf8Parser.TryParse(text, out Guid value, out var used, 'D') && used == 36 ? value
        : Invalid<Guid>(start, "a GUID");

    /// <summary>Reads a date and time (ISO 8601-1:2019, extended profile).</summary>
    public DateTime ReadDateTime()
    {
        if (!TryReadText("a date and time (2026-01-31T23:59:59Z)", out var text, out var start))
        {
            return default;
        }

        if (JsonDates.TryParseCommon(text, out DateTime value))
        {
            return value;
        }

        var slow = Reread(start);
        return slow.TryGetDateTime(out value) ? value : Invalid<DateTime>(start, "a date and time (2026-01-31T23:59:59Z)");
    }

    /// <summary>Reads a date and time with its offset from UTC.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        if (!TryReadText("a date and time (2026-01-31T23:59:59Z)", out var text, out var start))
        {
            return default;
        }

        if (JsonDates.TryParseCommon(text, out DateTimeOffset value))
        {
            return value;
        }

        var slow = Reread(start);
        return slow.TryGetDateTimeOffset(out var result) ? result : Invalid<DateTimeOffset>(start, "a date and time (2026-01-31T23:59:59Z)");
    }

    /// <summary>Reads a date: <c>2026-01-31</c>.</summary>
    public DateOnly ReadDateOnly() =>
        !TryReadText("a date (2026-01-31)", out var text, out var start) ? default
        : JsonDates.TryParseDate(text, out var value) ? value
        : Invalid<DateOnly>(start, "a date (2026-01-31)");

    /// <summary>Reads a time of day: <c>23:59:59.5</c>.</summary>
    public TimeOnly ReadTimeOnly() =>
        !TryReadText("a time of day (23:59:59)", out var text, out var start) ? default
        : JsonDates.TryParseTime(text, out var value) ? value
        : Invalid<TimeOnly>(start, "a time of day (23:59:59)");

    /// <summary>Reads a duration: <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public TimeSpan ReadTimeSpan() =>
        !TryReadText("a duration ([-][d.]hh:mm:ss[.fffffff])", out var text, out var start) ? default
        : JsonDates.TryParseDuration(text, out var value) ? value
        : Invalid<TimeSpan>(start, "a duration ([-][d.]hh:mm:ss[.fffffff])");

    /// <summary>Reads an absolute or relative URI (RFC 3986), or null.</summary>
    public Uri? ReadUri()
    {
        if (TryReadNull() || !TryReadText("a URI", out var text, out var start))
        {
            return null;
        }

        return Uri.TryCreate(Encoding.UTF8.GetString(text), UriKind.RelativeOrAbsolute, out var value) ? value : Invalid<Uri>(start, "a URI");
    }

    /// <summary>Reads a version of two to four numbers, or null.</summary>
    public Version? ReadVersion()
    {
        if (TryReadNull() || !TryReadText("a version (1.2.3)", out var text, out var start))
        {
            return null;
        }

        // Version.Parse takes white space and signs around its numbers; System.Text.Json does not at the ends.
        return text.Length > 0 && char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[^1]) && Version.TryParse(Encoding.UTF8.GetString(text), out var value)
            ? value
            : Invalid<Version>(start, "a version (1.2.3)");
    }

    // System.Text.Json's reader on the string that has just been read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly Utf8JsonReader Reread(int start)
    {
        var reader = new Utf8JsonReader(data[start..pos]);
        _ = reader.Read();
        return reader;
    }
}
