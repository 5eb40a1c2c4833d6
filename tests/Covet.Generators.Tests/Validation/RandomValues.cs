using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Generators.Tests.Validation;

/// <summary>Random values that lie around the edges of rules.</summary>
internal static class RandomValues
{
    public static readonly JsonSerializerOptions Shown = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static readonly string[] Texts =
    [
        "", " ", "\t\n", "a", "ab", "abc", "abcd", "abcdef", "abcdefghijk", "b", "A", "B", "C", "1", "5", "-3", "2", "3", "7", "42", "50", "51", "123", "1234", "0.5", "5.5", "6", "1e1", "1,000", "99999999999", "NaN",
        "A, B", "One, Two", "Three", "7", "0", "None", "a@b", "@b", "a@", "a@b@c", "someone@example.com", "a b@c.d", "a@b\n", "a\r@b", "http://x", "https://example.com/a?b=c", "ftp://x", "HTTP://x", "http:/x", "mailto:a", "example.com",
        "+1 (555) 123-4567", "555.1234", "555 1234 x12", "555 1234 ext. 12", "555 1234 ext12", "555x", "x12", "ext", "+", "+++", "5 + 5", "5x+5", "555 ext. ext. 5", "５５５", "5X5", "() -.", "12a", "12 x 5", "12 x 5 6", "12 x 5 ",
        "4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111112", "79927398713", "79927398710", "--", "0", "00",
        "aGVsbG8=", "aGVsbG8", "aGVs bG8=", "====", "YWI=", "YWJj", "a.png", "a.JPG", "a.txt", "x.cs", ".cs", "png", "a.b.jpeg", "\"", "\\", "{}", "\"\\{}", "2020-05-05", "2019-05-05", "2020-13-01", "2020-12-31", "12:00",
        "Á", "ab\u0000", "ﬀ", "😀😀",
    ];

    private static readonly double[] Doubles = [0, 0.1, 0.5, 1, 1.5, 2.5, 3.5, 4.5, 5, 5.4, 5.5, 5.50001, 6, -0.0, -0.5, -3.5, -5, -5.5, -6, 10, 10.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300];
    private static readonly long[] Wholes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 100, 127, 128, -1, -2, -3, -4, -5, -6, -127, -128];

    public static object Make(Type type, Random random)
    {
        var constructor = type.GetConstructors().OrderBy(candidate => candidate.GetParameters().Length).First();
        var arguments = constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, random)).ToArray();
        var made = type.IsValueType && arguments.Length == 0 ? Activator.CreateInstance(type)! : constructor.Invoke(arguments);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsStatic: false } && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Value(property.PropertyType, random));
        }

        return made;
    }

    private static object? Value(Type type, Random random)
    {
        var nullable = Nullable.GetUnderlyingType(type);
        if ((nullable is not null || !type.IsValueType) && random.Next(6) == 0)
        {
            return null;
        }

        type = nullable ?? type;
        if (type == typeof(string))
        {
            return Text(random);
        }

        if (type == typeof(object))
        {
            return random.Next(5) switch { 0 => Text(random), 1 => 1, 2 => true, 3 => 'c', _ => 2L };
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, unchecked((byte)random.Next(256)) is var number && random.Next(2) == 0 ? number : (byte)random.Next(10));
        }

        if (type == typeof(bool))
        {
            return random.Next(2) == 0;
        }

        if (type == typeof(char))
        {
            return (char)random.Next(0, 300);
        }

        if (type == typeof(Guid))
        {
            return random.Next(3) == 0 ? Guid.Empty : Guid.NewGuid();
        }

        if (type == typeof(double))
        {
            return Doubles[random.Next(Doubles.Length)];
        }

        if (type == typeof(float))
        {
            return (float)Doubles[random.Next(Doubles.Length)];
        }

        if (type == typeof(decimal))
        {
            return random.Next(3) == 0 ? random.Next(-700, 10100) / 100m : (decimal)Doubles[random.Next(Doubles.Length - 4)];
        }

        if (type == typeof(DateTime))
        {
            return Moment(random);
        }

        if (type == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(Moment(random), TimeSpan.Zero);
        }

        if (type == typeof(DateOnly))
        {
            return DateOnly.FromDateTime(Moment(random));
        }

        if (type == typeof(TimeOnly))
        {
            return new TimeOnly(random.Next(24), random.Next(2) * 30);
        }

        if (type == typeof(TimeSpan))
        {
            return TimeSpan.FromMinutes(random.Next(-100, 2000));
        }

        return type.IsPrimitive ? Whole(type, random) : Collection(type, random);
    }

    private static DateTime Moment(Random random) => random.Next(4) == 0
        ? new DateTime(2020, 12, 31, random.Next(24), 0, 0)
        : new DateTime(random.Next(2019, 2022), 1, 1).AddDays(random.Next(366));

    private static object Whole(Type type, Random random)
    {
        // Limits are met exactly now and then; what does not fit the type is drawn again.
        while (true)
        {
            var number = random.Next(3) == 0 ? random.Next(-12, 12) : Wholes[random.Next(Wholes.Length)];
            try
            {
                return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
            }
            catch (OverflowException)
            {
            }
        }
    }

    private static string Text(Random random)
    {
        if (random.Next(4) > 0)
        {
            return Texts[random.Next(Texts.Length)];
        }

        const string Letters = "ab19 @.+-xXet()\\\"";
        return new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)])]);
    }

    private static object Collection(Type type, Random random)
    {
        var count = random.Next(5);
        if (type == typeof(Dictionary<string, int>))
        {
            return Enumerable.Range(0, count).ToDictionary(i => i.ToString(CultureInfo.InvariantCulture));
        }

        if (type == typeof(IReadOnlyCollection<string>))
        {
            return Enumerable.Repeat("x", count).ToList();
        }

        if (type == typeof(HashSet<int>))
        {
            return Enumerable.Range(0, count).ToHashSet();
        }

        IList items = type.IsArray ? new int[count] : new List<int>(new int[count]);
        return items;
    }
}
