using System.Runtime.CompilerServices;
using System.Text;

namespace Covet.Internal;

/// <summary>Compares member names of the input with names that generated code knows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonNames
{
    /// <summary>Whether two names are equal without regard to case, as <see cref="StringComparison.OrdinalIgnoreCase"/> defines it.</summary>
    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected)
    {
        if (name.Length == expected.Length && Ascii.EqualsIgnoreCase(name, expected))
        {
            return true;
        }

        // Outside ASCII a letter and its other case may differ in length.
        return !(Ascii.IsValid(name) && Ascii.IsValid(expected)) && EqualsSlow(name, expected);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool EqualsSlow(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected) =>
        name.Length <= 3 * expected.Length
        && string.Equals(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(expected), StringComparison.OrdinalIgnoreCase);
}
