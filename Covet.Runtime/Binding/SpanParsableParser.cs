using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Covet.Internal;

/// <summary>Makes any <see cref="ISpanParsable{TSelf}"/> from text, in the invariant culture, without a string.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SpanParsableParser<T> : ITextParser<T>
    where T : ISpanParsable<T>
{
    /// <inheritdoc/>
    public static string Expected => "a valid " + typeof(T).Name;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) =>
        T.TryParse(text, CultureInfo.InvariantCulture, out value);
}
