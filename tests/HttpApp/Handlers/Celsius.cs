using System.Globalization;

namespace HttpApp.Handlers;

/// <summary>A type that says itself how it is read: <c>21.5C</c>.</summary>
public readonly record struct Celsius(double Degrees) : IParsable<Celsius>
{
    public static Celsius Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var value) ? value : throw new FormatException();

    public static bool TryParse(string? s, IFormatProvider? provider, out Celsius result)
    {
        result = default;
        if (s is null || !s.EndsWith('C') || !double.TryParse(s.AsSpan(0, s.Length - 1), CultureInfo.InvariantCulture, out var degrees))
        {
            return false;
        }

        result = new Celsius(degrees);
        return true;
    }
}
