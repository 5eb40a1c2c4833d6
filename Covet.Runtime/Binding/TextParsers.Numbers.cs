using System.Globalization;

namespace Covet.Internal;

public static partial class TextParsers
{
    // More digits than this cost quadratic time to convert, which a short request could abuse.
    private const int MaxBigIntegerDigits = 1000;

    /// <summary>Makes a <see cref="System.SByte"/>.</summary>
    public readonly struct SByte : ITextParser<sbyte>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer from -128 to 127";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out sbyte value) =>
            sbyte.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Byte"/>.</summary>
    public readonly struct Byte : ITextParser<byte>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer from 0 to 255";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out byte value) =>
            byte.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Int16"/>.</summary>
    public readonly struct Int16 : ITextParser<short>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer from -32768 to 32767";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out short value) =>
            short.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.UInt16"/>.</summary>
    public readonly struct UInt16 : ITextParser<ushort>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer from 0 to 65535";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out ushort value) =>
            ushort.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Int32"/>.</summary>
    public readonly struct Int32 : ITextParser<int>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer from -2147483648 to 2147483647";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out int value) =>
            int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.UInt32"/>.</summary>
    public readonly struct UInt32 : ITextParser<uint>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer from 0 to 4294967295";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out uint value) =>
            uint.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Int64"/>.</summary>
    public readonly struct Int64 : ITextParser<long>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer of 64 bits";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out long value) =>
            long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.UInt64"/>.</summary>
    public readonly struct UInt64 : ITextParser<ulong>
    {
        /// <inheritdoc/>
        public static string Expected => "an unsigned integer of 64 bits";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out ulong value) =>
            ulong.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Int128"/>.</summary>
    public readonly struct Int128 : ITextParser<System.Int128>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer of 128 bits";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.Int128 value) =>
            System.Int128.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.UInt128"/>.</summary>
    public readonly struct UInt128 : ITextParser<System.UInt128>
    {
        /// <inheritdoc/>
        public static string Expected => "an unsigned integer of 128 bits";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.UInt128 value) =>
            System.UInt128.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.IntPtr"/>.</summary>
    public readonly struct IntPtr : ITextParser<nint>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer of the platform's size";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out nint value) =>
            nint.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.UIntPtr"/>.</summary>
    public readonly struct UIntPtr : ITextParser<nuint>
    {
        /// <inheritdoc/>
        public static string Expected => "an unsigned integer of the platform's size";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out nuint value) =>
            nuint.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Numerics.BigInteger"/>.</summary>
    public readonly struct BigInteger : ITextParser<System.Numerics.BigInteger>
    {
        /// <inheritdoc/>
        public static string Expected => "an integer of at most 1000 digits";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.Numerics.BigInteger value) =>
            TryBig(text, out value);
    }

    /// <summary>Makes a <see cref="System.Half"/>.</summary>
    public readonly struct Half : ITextParser<System.Half>
    {
        /// <inheritdoc/>
        public static string Expected => "a number";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out System.Half value) =>
            System.Half.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Single"/>.</summary>
    public readonly struct Single : ITextParser<float>
    {
        /// <inheritdoc/>
        public static string Expected => "a number";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out float value) =>
            float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Double"/>.</summary>
    public readonly struct Double : ITextParser<double>
    {
        /// <inheritdoc/>
        public static string Expected => "a number";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out double value) =>
            double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Makes a <see cref="System.Decimal"/>.</summary>
    public readonly struct Decimal : ITextParser<decimal>
    {
        /// <inheritdoc/>
        public static string Expected => "a decimal number";

        /// <inheritdoc/>
        public static bool TryParse(ReadOnlySpan<char> text, out decimal value) =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryBig(ReadOnlySpan<char> text, out System.Numerics.BigInteger value)
    {
        value = default;
        return text.Length <= MaxBigIntegerDigits
            && System.Numerics.BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
    }
}
