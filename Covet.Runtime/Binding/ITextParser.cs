using System.Diagnostics.CodeAnalysis;

namespace Covet.Internal;

/// <summary>Makes a value from text; implemented by structs so that <see cref="Bind"/> is specialised a type.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextParser<T>
{
    /// <summary>What the text should be, to end the sentence "it must be ...": <c>an integer</c>.</summary>
    static abstract string Expected { get; }

    /// <summary>Makes the value; false where the text is malformed or out of range.</summary>
    static abstract bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);
}
