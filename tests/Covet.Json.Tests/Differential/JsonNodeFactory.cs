using System.Globalization;
using System.Text.Json;

namespace Covet.Json.Tests.Differential;

/// <summary>Random JSON text of no particular type.</summary>
internal static class JsonNodeFactory
{
    private static readonly string[] Scalars = ["null", "true", "false", "0", "-1", "1.50", "1E3", "12345678901234567890123", "\"\"", "\"a\\u0041\\n<\"", "\"2024-01-02T03:04:05Z\"", "[]", "{}"];

    public static string Text(Random random, int depth = 3)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return random.Next(3) == 0 ? JsonSerializer.Serialize(TextFactory.Any(random)) : Scalars[random.Next(Scalars.Length)];
        }

        var count = random.Next(4);
        var items = new string[count];
        var isObject = random.Next(2) == 0;
        for (var i = 0; i < count; i++)
        {
            items[i] = isObject ? "\"" + (char)('a' + i) + i.ToString(CultureInfo.InvariantCulture) + "\": " + Text(random, depth - 1) : Text(random, depth - 1);
        }

        var body = string.Join(random.Next(2) == 0 ? "," : " ,\n ", items);
        return isObject ? "{" + body + "}" : "[" + body + "]";
    }
}
