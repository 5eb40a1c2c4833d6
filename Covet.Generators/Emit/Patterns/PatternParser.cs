using System.Globalization;

namespace Covet.Generators.Emit.Patterns;

/// <summary>
/// Reads the part of the regular expressions of .NET that validation mostly uses: characters, sets, groups, choices and greedy
/// quantifiers, with anchors at both ends. All else (look-around, references, options, lazy quantifiers) is not read at all.
/// </summary>
internal sealed class PatternParser
{
    private const int DeepestGroup = 8;

    private readonly string pattern;
    private int at;
    private int depth;

    private PatternParser(string pattern) => this.pattern = pattern;

    private bool AtEnd => at >= pattern.Length;

    /// <summary>The pattern as a whole, for a match of the whole text; null where it is beyond this parser.</summary>
    public static PatternNode? Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        parser.Skip("^");
        var node = parser.Choice(isTop: true);
        if (node is null)
        {
            return null;
        }

        _ = parser.Skip("$") || parser.Skip("\\z") || parser.Skip("\\Z");
        return parser.AtEnd ? node : null;
    }

    private bool Skip(string text)
    {
        if (string.CompareOrdinal(pattern, at, text, 0, text.Length) != 0)
        {
            return false;
        }

        at += text.Length;
        return true;
    }

    private PatternNode? Choice(bool isTop)
    {
        var parts = new List<PatternNode>();
        do
        {
            if (Sequence() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Skip("|"));

        // "^a|b$" anchors only halves of the choice.
        return isTop && parts.Count > 1 && (pattern[0] == '^' || !AtEnd) ? null : PatternNode.Choice(parts);
    }

    private PatternNode? Sequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && pattern[at] is not ('|' or ')' or '$') && !IsEndAnchor())
        {
            if (Atom() is not { } atom || Quantified(atom) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return PatternNode.Sequence(parts);
    }

    private bool IsEndAnchor() => at + 1 < pattern.Length && pattern[at] == '\\' && pattern[at + 1] is 'z' or 'Z';

    private PatternNode? Atom()
    {
        var c = pattern[at++];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return new CharSetParser(pattern, at).Parse(out at) is { } set ? PatternNode.Character(set) : null;
            case '.':
                return PatternNode.Character(CharSet.Dot());
            case '\\':
                return Escape();
            case '^' or '*' or '+' or '?' or '{' or '}' or ']':
                return null;
            default:
                return PatternNode.Character(CharSet.Of(c));
        }
    }

    private PatternNode? Group()
    {
        if (!AtEnd && pattern[at] == '?' && !Skip("?:"))
        {
            return null;
        }

        if (++depth > DeepestGroup || Choice(isTop: false) is not { } inner || !Skip(")"))
        {
            return null;
        }

        depth--;
        return inner;
    }

    private PatternNode? Escape()
    {
        var set = new CharSet();
        if (AtEnd)
        {
            return null;
        }

        if (set.TryAddClass(pattern[at]))
        {
            at++;
            return PatternNode.Character(set);
        }

        return PatternEscape.TryRead(pattern, ref at, out var c) ? PatternNode.Character(CharSet.Of(c)) : null;
    }

    private PatternNode? Quantified(PatternNode atom)
    {
        if (AtEnd)
        {
            return atom;
        }

        var minimum = 0;
        var maximum = PatternNode.Unbounded;
        switch (pattern[at])
        {
            case '*':
                at++;
                break;
            case '+':
                at++;
                minimum = 1;
                break;
            case '?':
                at++;
                maximum = 1;
                break;
            case '{':
                if (!Bounds(out minimum, out maximum))
                {
                    return null;
                }

                break;
            default:
                return atom;
        }

        // A lazy one, or one after another.
        var ends = AtEnd || pattern[at] is not ('?' or '*' or '+' or '{');
        return ends && !atom.IsNullable ? PatternNode.Repeat(atom, minimum, maximum) : null;
    }

    private bool Bounds(out int minimum, out int maximum)
    {
        minimum = maximum = 0;
        var end = pattern.IndexOf('}', at);
        if (end < 0)
        {
            return false;
        }

        var parts = pattern.Substring(at + 1, end - at - 1).Split(',');
        at = end + 1;
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out minimum))
        {
            return false;
        }

        maximum = minimum;
        if (parts.Length == 2 && parts[1].Length == 0)
        {
            maximum = PatternNode.Unbounded;
        }
        else if (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out maximum))
        {
            return false;
        }

        return maximum >= minimum && maximum > 0;
    }
}
