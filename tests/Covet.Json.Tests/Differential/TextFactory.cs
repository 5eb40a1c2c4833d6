using System.Globalization;
using System.Text;

namespace Covet.Json.Tests.Differential;

/// <summary>Random text that reaches the corners of escaping: quotes, controls, HTML, surrogates, long runs.</summary>
internal static class TextFactory
{
    private static readonly string[] Pieces =
    [
        "\"", "\\", "/", "<", ">", "&", "'", "+", "`", "\n", "\r", "\t", "\b", "\f", "\0", "\u001f", "\u007f", "\u0080", "\u00a0", "é", "ß", "€", "\u2028",
        "\u2029", "\ufeff", "\uffff", "\ufffd", "日本", "Ω", "😀", "👩‍👩‍👧", "\ud800", "\udfff", "\ud83d", "İ", "ı", "K", "{", "}", "[", "]", ":", ",", " ", "//", "/*", "null", "\\u0041",
    ];

    public static string Any(Random random) => random.Next(12) switch
    {
        0 => "",
        1 => Pieces[random.Next(Pieces.Length)],
        2 or 3 => Mixed(random, random.Next(1, 12)),
        4 => new string((char)random.Next('a', 'z' + 1), random.Next(1, 300)) + Mixed(random, random.Next(3)),
        5 => Mixed(random, random.Next(40, 120)),
        6 => random.Next().ToString(CultureInfo.InvariantCulture),
        _ => Ascii(random, random.Next(1, 40)),
    };

    public static string Ascii(Random random, int length)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-.";
        return string.Create(length, random, static (span, random) =>
        {
            foreach (ref var c in span)
            {
                c = Letters[random.Next(Letters.Length)];
            }
        });
    }

    public static string Mixed(Random random, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            _ = random.Next(3) == 0 ? text.Append(Pieces[random.Next(Pieces.Length)]) : text.Append(Ascii(random, random.Next(1, 20)));
        }

        return text.ToString();
    }
}
