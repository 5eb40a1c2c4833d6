using System.Runtime.CompilerServices;

namespace Covet;

/// <summary>The names of a JSON object seen so far; allocates past 24 of them only.</summary>
internal struct NameSet
{
    private Names names;
    private int count;
    private HashSet<string>? many;

    /// <summary>Adds a name; false where it is there already.</summary>
    public bool Add(string name)
    {
        if (many is not null)
        {
            return many.Add(name);
        }

        for (var i = 0; i < count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        if (count == Names.Length)
        {
            many = new HashSet<string>(StringComparer.Ordinal);
            foreach (var known in (ReadOnlySpan<string?>)names)
            {
                many.Add(known!);
            }

            return many.Add(name);
        }

        names[count++] = name;
        return true;
    }

    [InlineArray(Length)]
    private struct Names
    {
        public const int Length = 24;
        private string? first;
    }
}
