using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Covet.Internal;

/// <summary>Makes any <see cref="IParsable{TSelf}"/> from text, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParsableParser<T> : ITextParser<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public static string Expected => "a valid " + typeof(T).Name;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) =>
        T.TryParse(text.ToString(), CultureInfo.InvariantCulture, out value);
}
