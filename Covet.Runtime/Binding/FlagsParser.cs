namespace Covet.Internal;

/// <summary>Makes a <c>[Flags]</c> enum from names, joined by commas, without regard to case, or from a number.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FlagsParser<T> : ITextParser<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public static string Expected => "names of " + typeof(T).Name + " joined by commas";

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, out T value) => Enum.TryParse(text, ignoreCase: true, out value);
}
