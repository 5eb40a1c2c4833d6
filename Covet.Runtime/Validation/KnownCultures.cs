using System.Collections.Concurrent;
using System.Globalization;

namespace Covet.Internal;

/// <summary>
/// The cultures of the languages that clients name. Without the machine's data for languages every well-formed name makes a
/// culture, which the runtime keeps for ever, and with it every unknown name costs an exception: so there is an end to new names.
/// </summary>
/// <param name="make">Makes a culture; null where there is none of that name.</param>
internal sealed class KnownCultures(Func<string, CultureInfo?> make)
{
    /// <summary>How many names are looked up, besides those of two letters.</summary>
    public const int Most = 1024;

    private readonly ConcurrentDictionary<string, CultureInfo?> asked = new(StringComparer.OrdinalIgnoreCase);
    private int count;

    /// <summary>The culture of a name. When many names were asked for, that of the language alone: <c>de</c> for <c>de-AT</c>.</summary>
    public CultureInfo? Find(string name)
    {
        if (asked.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!IsLanguage(name) && Interlocked.Increment(ref count) > Most)
        {
            Interlocked.Decrement(ref count);
            return name.Length > 2 && name[2] == '-' && IsLanguage(name[..2]) ? Find(name[..2]) : null;
        }

        return asked.GetOrAdd(name, make);
    }

    // There are 676 of them at most.
    private static bool IsLanguage(string name) => name.Length == 2 && char.IsAsciiLetter(name[0]) && char.IsAsciiLetter(name[1]);
}
