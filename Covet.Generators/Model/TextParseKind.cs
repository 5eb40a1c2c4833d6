namespace Covet.Generators.Model;

/// <summary>The ways from text to a value.</summary>
internal enum TextParseKind
{
    /// <summary>The text itself.</summary>
    String,

    /// <summary>A known type, by <see cref="TypeRef.Special"/>.</summary>
    Known,

    /// <summary>An enum: by name without regard to case, or by number.</summary>
    Enum,

    /// <summary>A <c>[Flags]</c> enum: names joined by commas, or a number.</summary>
    Flags,

    /// <summary><c>ISpanParsable&lt;T&gt;</c>, invariant culture.</summary>
    SpanParsable,

    /// <summary><c>IParsable&lt;T&gt;.TryParse(string, IFormatProvider, out T)</c>, invariant culture.</summary>
    Parsable,

    /// <summary>A static <c>TryParse(string, IFormatProvider, out T)</c> of the type.</summary>
    TryParseWithProvider,

    /// <summary>A static <c>TryParse(string, out T)</c> of the type.</summary>
    TryParse,
}
