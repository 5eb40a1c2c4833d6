namespace Covet.Internal;

/// <summary>
/// What a form may hold is limited by <c>FormOptions</c>, and the framework tells "over a limit" and "malformed" apart by text alone.
/// Text of the client's stands in some of these messages, after a colon.
/// </summary>
internal static class FormLimits
{
    // The limit of a boundary is not among these: the body is none the larger for it.
    private static readonly string[] OverLimit =
    [
        "Form value count limit ", "Form key length limit ", "Form value length limit ", "Form key or value length limit ",
        "Multipart headers length limit ", "Multipart header length limit ", "Multipart headers count limit ", "Multipart body length limit ",
        "Line length limit ", "The stream exceeded the data limit ", "Buffer limit exceeded.",
    ];

    /// <summary>Whether a form could not be read because it holds more than a form may.</summary>
    public static bool IsExceeded(Exception exception) =>
        exception is InvalidDataException or IOException && OverLimit.Any(start => exception.Message.StartsWith(start, StringComparison.Ordinal));

    /// <summary>What was wrong with a form, without anything of it.</summary>
    public static string Explain(InvalidDataException exception) => exception.Message.Split(':', 2)[0].TrimEnd('.') + ".";
}
