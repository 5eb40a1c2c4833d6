using System.Buffers.Text;
using System.Text.Json;

namespace Covet.Internal;

/// <summary>The forms of dates and times that need no general parser.</summary>
internal static class JsonDates
{
    // No form of a date is longer.
    private const int MaximumLength = 64;

    /// <summary>Parses <c>yyyy-MM-ddTHH:mm:ss</c> with a fraction of up to seven digits, and <c>Z</c> or nothing; false for every other form.</summary>
    public static bool TryParseCommon(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (!TryParseClock(text, out var ticks, out var rest) || rest.Length > 1 || (rest.Length == 1 && rest[0] != (byte)'Z'))
        {
            return false;
        }

        value = new DateTime(ticks, rest.Length == 1 ? DateTimeKind.Utc : DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>The same, with <c>Z</c> or an offset.</summary>
    public static bool TryParseCommon(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryParseClock(text, out var ticks, out var rest))
        {
            return false;
        }

        var minutes = 0;
        if (rest.Length == 6 && rest[0] is (byte)'+' or (byte)'-' && rest[3] == (byte)':')
        {
            var hour = Two(rest, 1);
            var minute = Two(rest, 4);
            if (hour > 13 || minute > 59)
            {
                return false;
            }

            minutes = rest[0] == (byte)'-' ? -((hour * 60) + minute) : (hour * 60) + minute;
        }
        else if (rest.Length != 1 || rest[0] != (byte)'Z')
        {
            return false;
        }

        var utc = ticks - (minutes * TimeSpan.TicksPerMinute);
        if ((ulong)utc > (ulong)DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, new TimeSpan(minutes * TimeSpan.TicksPerMinute));
        return true;
    }

    // The date and time, and what follows them.
    private static bool TryParseClock(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> rest)
    {
        ticks = 0;
        rest = default;
        if (text.Length is < 19 or > 33 || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':' || !TryParseDate(text[..10], out var date))
        {
            return false;
        }

        var hour = Two(text, 11);
        var minute = Two(text, 14);
        var second = Two(text, 17);
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        rest = text[19..];
        var fraction = 0;
        if (rest.Length > 0 && rest[0] == (byte)'.')
        {
            var count = 1;
            for (; count < rest.Length && (uint)rest[count] - '0' <= 9; count++)
            {
                fraction = (fraction * 10) + rest[count] - '0';
            }

            if (count is 1 or > 8)
            {
                return false;
            }

            rest = rest[count..];
            for (; count < 8; count++)
            {
                fraction *= 10;
            }
        }

        ticks = (date.DayNumber * TimeSpan.TicksPerDay) + (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    /// <summary>Parses any form that System.Text.Json reads.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (TryParseCommon(text, out value))
        {
            return true;
        }

        Span<byte> quoted = stackalloc byte[MaximumLength + 2];
        var reader = Quote(text, quoted);
        return reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out value);
    }

    /// <summary>Parses any form that System.Text.Json reads.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        if (TryParseCommon(text, out value))
        {
            return true;
        }

        Span<byte> quoted = stackalloc byte[MaximumLength + 2];
        var reader = Quote(text, quoted);
        return reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out value);
    }

    private static Utf8JsonReader Quote(ReadOnlySpan<byte> text, Span<byte> quoted)
    {
        if (text.Length > MaximumLength || text.ContainsAny((byte)'"', (byte)'\\') || text.ContainsAnyInRange((byte)0, (byte)31))
        {
            return default;
        }

        quoted[0] = (byte)'"';
        text.CopyTo(quoted[1..]);
        quoted[text.Length + 1] = (byte)'"';
        var reader = new Utf8JsonReader(quoted[..(text.Length + 2)]);
        _ = reader.Read();
        return reader;
    }

    /// <summary>Parses <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != 10 || text[4] != (byte)'-' || text[7] != (byte)'-')
        {
            return false;
        }

        var century = Two(text, 0);
        var rest = Two(text, 2);
        var month = Two(text, 5);
        var day = Two(text, 8);
        if (century > 99 || rest > 99 || month is < 1 or > 12 || day < 1)
        {
            return false;
        }

        var year = (century * 100) + rest;
        if (year < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Parses a time of day as System.Text.Json does: a duration of less than a day, without a sign or days.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (text.Length == 0 || !char.IsAsciiDigit((char)text[0]))
        {
            return false;
        }

        var separator = text.IndexOfAny((byte)'.', (byte)':');
        if (separator < 0 || text[separator] == (byte)'.' || !Utf8Parser.TryParse(text, out TimeSpan span, out var used, 'c') || used != text.Length)
        {
            return false;
        }

        if (span < TimeSpan.Zero || span > TimeOnly.MaxValue.ToTimeSpan())
        {
            return false;
        }

        value = TimeOnly.FromTimeSpan(span);
        return true;
    }

    /// <summary>Parses a duration in the constant form, without white space.</summary>
    public static bool TryParseDuration(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        return text.Length > 0 && (char.IsAsciiDigit((char)text[0]) || text[0] == (byte)'-')
            && Utf8Parser.TryParse(text, out value, out var used, 'c') && used == text.Length;
    }

    // Two digits as a number; over 99 where they are none.
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)text[at] - '0';
        var ones = (uint)text[at + 1] - '0';
        return tens > 9 || ones > 9 ? 1000 : (int)((tens * 10) + ones);
    }
}
