namespace Covet.Analyzers.Rules.Validation;

/// <summary>
/// Looks for a repeated group that can match one text in more than one way: one that begins and ends with what itself
/// repeats without limit, with nothing between that tells where one round ends (<c>(a+)+</c>, <c>(\w*)*</c>,
/// <c>(a|a)*</c>). What has a separator (<c>(\d+,)*</c>) is not reported, nor is what stands in an atomic group.
/// </summary>
internal static class PatternAmbiguity
{
    /// <summary>The group with its quantifier, or null where there is none.</summary>
    public static string? Find(string pattern)
    {
        for (var open = 0; open < pattern.Length; open++)
        {
            if (pattern[open] == '\\')
            {
                open++;
                continue;
            }

            if (pattern[open] == '[')
            {
                open = ClassEnd(pattern, open) - 1;
                continue;
            }

            if (pattern[open] != '(' || IsAtomicOrLook(pattern, open))
            {
                continue;
            }

            var close = GroupEnd(pattern, open);
            if (close < 0 || !IsUnbounded(pattern, close + 1, out var end))
            {
                continue;
            }

            var start = open + 1;
            if (start < close && pattern[start] == '?')
            {
                start = pattern.IndexOfAny([':', '>'], start) + 1;
            }

            if (Alternatives(pattern, start, close) is { } alternatives && IsAmbiguous(pattern, alternatives))
            {
                return pattern.Substring(open, end - open);
            }
        }

        return null;
    }

    private static bool IsAmbiguous(string pattern, List<(int Start, int End)> alternatives)
    {
        foreach (var (start, end) in alternatives)
        {
            var atoms = Atoms(pattern, start, end);
            var needed = atoms.Where(static atom => !atom.MayBeAbsent).ToList();

            // One atom that repeats, alone or among such as may be absent: (a+)+, (a*b?)*, ((a+))+.
            if (atoms.Any(static atom => atom.Repeats) && (needed.Count == 0 || (needed.Count == 1 && needed[0].Repeats)))
            {
                return true;
            }
        }

        // The same alternative twice: (a|a)*, (\w|a)* where one is a single letter or class that has the other.
        for (var i = 0; i < alternatives.Count; i++)
        {
            for (var j = i + 1; j < alternatives.Count; j++)
            {
                var a = pattern.Substring(alternatives[i].Start, alternatives[i].End - alternatives[i].Start);
                var b = pattern.Substring(alternatives[j].Start, alternatives[j].End - alternatives[j].Start);
                if (a.Length > 0 && (a == b || Has(a, b) || Has(b, a)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Has(string set, string item) => (set, item) switch
    {
        (".", { Length: 1 }) => true,
        (@"\w", @"\d") => true,
        (@"\w", { Length: 1 }) => char.IsLetterOrDigit(item[0]),
        (@"\d", { Length: 1 }) => char.IsDigit(item[0]),
        _ => false,
    };

    private static List<(int Start, int End)>? Alternatives(string pattern, int start, int end)
    {
        var result = new List<(int, int)>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            switch (pattern[i])
            {
                case '\\': i++; break;
                case '[': i = ClassEnd(pattern, i) - 1; break;
                case '(':
                    i = GroupEnd(pattern, i);
                    if (i < 0)
                    {
                        return null;
                    }

                    break;
                case '|':
                    result.Add((from, i));
                    from = i + 1;
                    break;
            }
        }

        result.Add((from, end));
        return result;
    }

    private static List<(bool Repeats, bool MayBeAbsent)> Atoms(string pattern, int start, int end)
    {
        var atoms = new List<(bool, bool)>();
        for (var i = start; i < end;)
        {
            var next = pattern[i] switch
            {
                '\\' => i + 2,
                '[' => ClassEnd(pattern, i),
                '(' => GroupEnd(pattern, i) + 1,
                _ => i + 1,
            };
            if (next <= i || next > end)
            {
                return [];
            }

            if (pattern[i] is '^' or '$')
            {
                return []; // An anchor ends the repetition.
            }

            var repeats = IsUnbounded(pattern, next, out var after);
            var absent = after > next && (pattern[next] is '*' or '?' || pattern.Substring(next).StartsWith("{0", StringComparison.Ordinal));
            atoms.Add((repeats, absent));
            i = after;
        }

        return atoms;
    }

    // Whether a quantifier without upper limit stands here, and where what follows begins.
    private static bool IsUnbounded(string pattern, int at, out int end)
    {
        end = at;
        if (at >= pattern.Length)
        {
            return false;
        }

        var unbounded = false;
        switch (pattern[at])
        {
            case '*' or '+':
                unbounded = true;
                end = at + 1;
                break;
            case '?':
                end = at + 1;
                break;
            case '{':
                var close = pattern.IndexOf('}', at);
                if (close < 0)
                {
                    return false;
                }

                unbounded = pattern[close - 1] == ',';
                end = close + 1;
                break;
            default:
                return false;
        }

        if (end < pattern.Length && pattern[end] is '?' or '+')
        {
            end++;
        }

        return unbounded;
    }

    private static bool IsAtomicOrLook(string pattern, int open) =>
        open + 2 < pattern.Length && pattern[open + 1] == '?' && pattern[open + 2] is '>' or '=' or '!';

    private static int GroupEnd(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\': i++; break;
                case '[': i = ClassEnd(pattern, i) - 1; break;
                case '(': depth++; break;
                case ')' when --depth == 0: return i;
            }
        }

        return -1;
    }

    private static int ClassEnd(string pattern, int open)
    {
        for (var i = open + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == ']' && i > open + 1)
            {
                return i + 1;
            }
        }

        return pattern.Length;
    }
}
