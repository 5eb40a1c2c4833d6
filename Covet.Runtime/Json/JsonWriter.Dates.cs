using System.Globalization;

namespace Covet.Internal;

// Dates, times, and the other types that are strings of a fixed form. None of them has a character to escape but '+'.
public ref partial struct JsonWriter
{
    /// <summary>Writes a GUID: 36 characters, lower case (RFC 9562, section 4).</summary>
    public void WriteGuid(Guid value)
    {
        Ensure(38);
        At(0) = (byte)'"';
        _ = value.TryFormat(span.Slice(pos + 1, 36), out _, default);
        At(37) = (byte)'"';
        pos += 38;
    }

    /// <summary>Writes a date and time (RFC 3339 with the fraction's trailing zeros left off).</summary>
    public void WriteDateTime(DateTime value)
    {
        Ensure(48);
        At(0) = (byte)'"';
        pos++;
        PutDateTime(value);
        if (value.Kind == DateTimeKind.Utc)
        {
            At(0) = (byte)'Z';
            pos++;
        }
        else if (value.Kind == DateTimeKind.Local)
        {
            PutOffset(TimeZoneInfo.Local.GetUtcOffset(value));
        }

        At(0) = (byte)'"';
        pos++;
    }

    /// <summary>Writes a date and time with its offset from UTC.</summary>
    public void WriteDateTimeOffset(DateTimeOffset value)
    {
        Ensure(48);
        At(0) = (byte)'"';
        pos++;
        PutDateTime(value.DateTime);
        PutOffset(value.Offset);
        At(0) = (byte)'"';
        pos++;
    }

    /// <summary>Writes a date: <c>2026-01-31</c>.</summary>
    public void WriteDateOnly(DateOnly value)
    {
        Ensure(12);
        At(0) = (byte)'"';
        PutDate(1, value);
        At(11) = (byte)'"';
        pos += 12;
    }

    /// <summary>Writes a time of day: <c>23:59:59.5</c> with seven digits of fraction or none.</summary>
    public void WriteTimeOnly(TimeOnly value) => WriteTimeSpan(value.ToTimeSpan());

    /// <summary>Writes a duration: <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public void WriteTimeSpan(TimeSpan value)
    {
        Ensure(32);
        At(0) = (byte)'"';
        _ = value.TryFormat(Free[1..], out var written, "c", CultureInfo.InvariantCulture);
        At(written + 1) = (byte)'"';
        pos += written + 2;
    }

    /// <summary>Writes a URI as it was given, or null.</summary>
    public void WriteUri(Uri? value) => WriteString(value?.OriginalString);

    /// <summary>Writes a version, or null.</summary>
    public void WriteVersion(Version? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        Ensure(48);
        At(0) = (byte)'"';
        _ = value.TryFormat(Free[1..], out var written);
        At(written + 1) = (byte)'"';
        pos += written + 2;
    }

    private void PutDateTime(DateTime value)
    {
        PutDate(0, DateOnly.FromDateTime(value));
        var (seconds, fraction) = Math.DivRem((ulong)value.TimeOfDay.Ticks, (ulong)TimeSpan.TicksPerSecond);
        var second = (uint)seconds;
        At(10) = (byte)'T';
        PutPair(ref At(11), second / 3600);
        At(13) = (byte)':';
        PutPair(ref At(14), second / 60 % 60);
        At(16) = (byte)':';
        PutPair(ref At(17), second % 60);
        pos += 19;
        if (fraction == 0)
        {
            return;
        }

        var count = 7;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            count--;
        }

        At(0) = (byte)'.';
        pos++;
        PutZeros(count - JsonDigits.Count(fraction));
        PutDigits(fraction);
    }

    private void PutDate(int offset, DateOnly value)
    {
        var (year, month, day) = value;
        PutPair(ref At(offset), (uint)year / 100);
        PutPair(ref At(offset + 2), (uint)year % 100);
        At(offset + 4) = (byte)'-';
        PutPair(ref At(offset + 5), (uint)month);
        At(offset + 7) = (byte)'-';
        PutPair(ref At(offset + 8), (uint)day);
    }

    // System.Text.Json writes dates past the encoder: '+' is not escaped.
    private void PutOffset(TimeSpan offset)
    {
        var minutes = (int)(offset.Ticks / TimeSpan.TicksPerMinute);
        At(0) = minutes < 0 ? (byte)'-' : (byte)'+';
        minutes = Math.Abs(minutes);
        PutPair(ref At(1), (uint)minutes / 60);
        At(3) = (byte)':';
        PutPair(ref At(4), (uint)minutes % 60);
        pos += 6;
    }
}
