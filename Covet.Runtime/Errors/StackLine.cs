using System.Globalization;

namespace Covet.Internal;

/// <summary>A line of a stack trace.</summary>
/// <param name="Method">The method as the runtime writes it, or the whole line where it is something else.</param>
/// <param name="File">The source file, or null where symbols are missing.</param>
/// <param name="Line">The line in the file, from 1; 0 where it is unknown.</param>
internal sealed record StackLine(string Method, string? File, int Line)
{
    private const string At = "at ";
    private const string In = " in ";
    private const string LineMark = ":line ";

    /// <summary>Whether the line is in a file that the generator made.</summary>
    public bool IsGenerated => File is not null && File.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>
    /// The lines of an exception's stack trace. Its text is read, as it has asynchronous methods under their own names and
    /// needs no reflection.
    /// </summary>
    public static IReadOnlyList<StackLine> Parse(string? trace) =>
        [.. (trace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseLine)];

    private static StackLine ParseLine(string text)
    {
        if (!text.StartsWith(At, StringComparison.Ordinal))
        {
            return new StackLine(text, null, 0);
        }

        text = text[At.Length..];
        var mark = text.LastIndexOf(LineMark, StringComparison.Ordinal);
        var file = mark < 0 ? -1 : text.LastIndexOf(In, mark, StringComparison.Ordinal);
        return file >= 0 && int.TryParse(text.AsSpan(mark + LineMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new StackLine(text[..file], text[(file + In.Length)..mark], line)
            : new StackLine(text, null, 0);
    }
}
