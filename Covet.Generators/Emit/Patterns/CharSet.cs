using System.Collections;
using System.Globalization;
using System.Text;

namespace Covet.Generators.Emit.Patterns;

/// <summary>The characters that one place of a pattern takes.</summary>
internal sealed class CharSet
{
    private const int Characters = 0x10000;
    private const int FirstBeyondAscii = 0x80;

    private readonly BitArray members = new(Characters);
    private readonly List<string> classes = [];
    private bool isNegated;

    /// <summary>Whether the set names a class of Unicode, whose members depend on the tables of the run.</summary>
    public bool HasClass => classes.Count > 0;

    /// <summary>Whether the set names a character beyond ASCII by itself.</summary>
    public bool HasRangeBeyondAscii { get; private set; }

    public static CharSet Of(char c)
    {
        var set = new CharSet();
        set.Add(c, c);
        return set;
    }

    /// <summary>Everything but the line feed, as the dot means.</summary>
    public static CharSet Dot()
    {
        var set = Of('\n');
        set.Negate();
        return set;
    }

    public void Add(char first, char last)
    {
        HasRangeBeyondAscii |= last >= FirstBeyondAscii;
        for (var c = (int)first; c <= last; c++)
        {
            members[c] = true;
        }
    }

    /// <summary>Adds <c>\d</c>, <c>\s</c> or <c>\w</c>; false where the letter names none of these.</summary>
    public bool TryAddClass(char letter)
    {
        Func<char, bool>? test = letter switch
        {
            'd' => char.IsDigit,
            's' => char.IsWhiteSpace,
            'w' => IsWord,
            _ => null,
        };
        if (test is null)
        {
            return false;
        }

        for (var c = 0; c < Characters; c++)
        {
            members[c] |= test((char)c);
        }

        var call = letter switch
        {
            'd' => "char.IsDigit",
            's' => "char.IsWhiteSpace",
            _ => "global::Covet.Internal.ValidationRules.IsWord",
        };
        if (!classes.Contains(call))
        {
            classes.Add(call);
        }

        return true;
    }

    public void Negate()
    {
        isNegated = true;
        members.Not();
    }

    public void AddTo(BitArray all) => all.Or(members);

    /// <summary>The condition under which a character is in the set, as C#.</summary>
    public string Condition(string character)
    {
        var text = new StringBuilder();
        foreach (var name in classes)
        {
            text.Append(text.Length == 0 ? "" : " || ").Append(name).Append('(').Append(character).Append(')');
        }

        var ranges = Ranges();
        if (ranges.Count > 0)
        {
            text.Append(text.Length == 0 ? "" : " || ").Append(character).Append(" is ").Append(string.Join(" or ", ranges));
        }

        return isNegated ? "!(" + text + ")" : "(" + text + ")";
    }

    private List<string> Ranges()
    {
        // What the classes have already is not said twice.
        var ranges = new List<string>();
        for (var c = 0; c < Characters; c++)
        {
            if (!IsListed(c))
            {
                continue;
            }

            var first = c;
            while (c + 1 < Characters && IsListed(c + 1))
            {
                c++;
            }

            ranges.Add(first == c ? Literal(first) : ">= " + Literal(first) + " and <= " + Literal(c));
        }

        return ranges;
    }

    private bool IsListed(int c) => members[c] != isNegated && !classes.Any(name => name switch
    {
        "char.IsDigit" => char.IsDigit((char)c),
        "char.IsWhiteSpace" => char.IsWhiteSpace((char)c),
        _ => IsWord((char)c),
    });

    // \w of .NET: letters, marks that do not space, decimal digits, connectors.
    private static bool IsWord(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static string Literal(int c) => c is > ' ' and < 0x7F and not '\'' and not '\\'
        ? "'" + (char)c + "'"
        : "'\\u" + c.ToString("x4", CultureInfo.InvariantCulture) + "'";
}
