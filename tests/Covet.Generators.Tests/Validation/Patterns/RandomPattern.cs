using System.Globalization;
using System.Text;

namespace Covet.Generators.Tests.Validation.Patterns;

/// <summary>Random regular expressions of the kind that validation uses, and texts that nearly match them.</summary>
internal sealed class RandomPattern(Random random)
{
    private static readonly string[] Atoms =
        ["a", "b", "-", @"\.", "_", "[a-z]", "[A-Z0-9]", "[^a-c]", @"\d", @"\w", @"\s", ".", @"[\w.-]", @"[\d-]", "[^@ ]", "@", "[a-]", @"\u0041", "é", "[é-ü]"];

    private static readonly string[] Quantifiers = ["", "", "", "?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}"];

    public string Next() => (random.Next(2) == 0 ? "^" : "") + Part(2) + (random.Next(2) == 0 ? "$" : "");

    /// <summary>A text made of what the patterns are made of.</summary>
    public string Text()
    {
        const string alphabet = "aabbccz-._@ AB09é٣\n\u200d\ud83d";
        var text = new StringBuilder();
        for (var i = random.Next(9); i > 0; i--)
        {
            text.Append(alphabet[random.Next(alphabet.Length)]);
        }

        return text.ToString();
    }

    private string Part(int depth)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var atom = depth > 0 && random.Next(4) == 0
                ? "(?:" + Part(depth - 1) + (random.Next(3) == 0 ? "|" + Part(depth - 1) : "") + ")"
                : Atoms[random.Next(Atoms.Length)];
            text.Append(CultureInfo.InvariantCulture, $"{atom}{Quantifiers[random.Next(Quantifiers.Length)]}");
        }

        return text.ToString();
    }
}
