using System.Globalization;

namespace Covet.Internal;

public static partial class TextParsers
{
    /// <summary>Makes a <see cref="System.DateTime"/>.</summary>
    public readonly struct DateTime : ITextParser<System.DateTime>
    {
        /// <inheritdoc/>
        public static string Expected => "a date and time (RFC 3339)";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.DateTime value) =>
            System.DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out value);
    }

    /// <summary>Makes a <see cref="System.DateTimeOffset"/>.</summary>
    public readonly struct DateTimeOffset : ITextParser<System.DateTimeOffset>
    {
        /// <inheritdoc/>
        public static string Expected => "a date and time with offset (RFC 3339)";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.DateTimeOffset value) =>
            System.DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out value);
    }

    /// <summary>Makes a <see cref="System.DateOnly"/>.</summary>
    public readonly struct DateOnly : ITextParser<System.DateOnly>
    {
        /// <inheritdoc/>
        public static string Expected => "a date (RFC 3339 full-date)";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.DateOnly value) =>
            System.DateOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out value);
    }

    /// <summary>Makes a <see cref="System.TimeOnly"/>.</summary>
    public readonly struct TimeOnly : ITextParser<System.TimeOnly>
    {
        /// <inheritdoc/>
        public static string Expected => "a time of day (RFC 3339 partial-time)";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.TimeOnly value) =>
            System.TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out value);
    }

    /// <summary>Makes a <see cref="System.TimeSpan"/>.</summary>
    public readonly struct TimeSpan : ITextParser<System.TimeSpan>
    {
        /// <inheritdoc/>
        public static string Expected => "a time span ([d.]hh:mm:ss[.fffffff])";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.TimeSpan value) =>
            System.TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
