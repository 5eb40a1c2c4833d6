using System.Runtime.CompilerServices;

namespace Covet;

/// <summary>
/// Refuses settings that make no sense, in words that name the setting, its value and what it may be: where an application starts,
/// and not where the first caller finds out.
/// </summary>
internal static class OptionRange
{
    /// <summary>No lifetime is longer: beyond it dates overflow, and nobody means it.</summary>
    public static readonly TimeSpan TenYears = TimeSpan.FromDays(3660);

    /// <summary>The value, where it lies in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static T Check<T>(T value, T least, T most, string owner, [CallerMemberName] string name = "")
        where T : struct, IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{owner}.{name} is {value}: it must be from {least} to {most}.");

    /// <summary>The value, where there is one.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static string CheckText([System.Diagnostics.CodeAnalysis.NotNull] string? value, string owner, [CallerMemberName] string name = "") =>
        string.IsNullOrEmpty(value)
            ? throw new ArgumentException($"{owner}.{name} is {(value is null ? "null" : "empty")}: it must be a text of 1 character or more.", name)
            : value;

    /// <summary>The value, where there is one.</summary>
    /// <exception cref="ArgumentException">It is null.</exception>
    public static T CheckPresent<T>([System.Diagnostics.CodeAnalysis.NotNull] T? value, string owner, [CallerMemberName] string name = "")
        where T : class =>
        value ?? throw new ArgumentException($"{owner}.{name} is null: it must be set.", name);

    /// <summary>The value, where a header may have it; null and empty may be.</summary>
    /// <exception cref="ArgumentException">It has a character that no header has: a line feed would begin another one.</exception>
    public static string? CheckHeader(string? value, string owner, [CallerMemberName] string name = "")
    {
        foreach (var character in value ?? "")
        {
            if (character is < ' ' or > '~')
            {
                throw new ArgumentException($"{owner}.{name} has the character U+{(int)character:X4}: a header has the printable characters of ASCII alone, U+0020 to U+007E.", name);
            }
        }

        return value;
    }

    /// <summary>Refuses a list with a null or an empty text.</summary>
    /// <exception cref="ArgumentException">One of them is null or empty.</exception>
    public static void CheckTexts(IEnumerable<string?> values, string owner, string name)
    {
        foreach (var value in values)
        {
            CheckText(value, owner, name);
        }
    }
}
