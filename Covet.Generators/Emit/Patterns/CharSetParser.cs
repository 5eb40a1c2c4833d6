namespace Covet.Generators.Emit.Patterns;

/// <summary>Reads a set in brackets, from behind the opening one.</summary>
internal sealed class CharSetParser(string pattern, int start)
{
    private readonly CharSet set = new();
    private int at = start;

    /// <summary>The set; null where it has what is not read here: subtraction, categories, negated classes.</summary>
    public CharSet? Parse(out int end)
    {
        var negated = at < pattern.Length && pattern[at] == '^';
        at += negated ? 1 : 0;
        var first = at;
        end = at;
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (!Item())
            {
                return null;
            }
        }

        if (at >= pattern.Length || at == first)
        {
            return null;
        }

        end = at + 1;
        if (negated)
        {
            set.Negate();
        }

        return set;
    }

    private bool Item()
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length && set.TryAddClass(pattern[at + 1]))
        {
            at += 2;

            // A range cannot begin with a class.
            return at >= pattern.Length || pattern[at] != '-' || (at + 1 < pattern.Length && pattern[at + 1] == ']');
        }

        if (!TryRead(out var low))
        {
            return false;
        }

        if (at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] == ']')
        {
            set.Add(low, low);
            return true;
        }

        at++;
        if (!TryRead(out var high) || high < low)
        {
            return false;
        }

        set.Add(low, high);
        return true;
    }

    private bool TryRead(out char character)
    {
        character = pattern[at++];
        return character == '\\' ? PatternEscape.TryRead(pattern, ref at, out character) : character != '[';
    }
}
