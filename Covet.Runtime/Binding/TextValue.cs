using System.Diagnostics.CodeAnalysis;

namespace Covet.Internal;

/// <summary>Text out of a request that a value is made from; or that there is none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "A ref struct is never compared.")]
public readonly ref struct TextValue(ReadOnlySpan<char> text, bool repeated = false)
{
    /// <summary>The text; empty where there is none.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Whether the request has it, be it empty.</summary>
    public bool Found { get; } = true;

    /// <summary>Whether the request has it several times, joined by commas.</summary>
    public bool Repeated { get; } = repeated;

    /// <summary>Text that may be null, which is none.</summary>
    public static TextValue Of(string? text) => text is null ? default : new TextValue(text);
}
