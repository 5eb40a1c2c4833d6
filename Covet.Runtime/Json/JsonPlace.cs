using System.Globalization;

namespace Covet.Internal;

/// <summary>Where a piece of an array that is read in pieces stands in the whole body.</summary>
/// <param name="Line">How many line breaks are before the piece.</param>
/// <param name="Column">How many bytes of the piece's first line are before it, less what was put in front of the piece.</param>
/// <param name="Items">How many items are before the piece.</param>
internal readonly record struct JsonPlace(long Line, long Column, int Items)
{
    public static JsonPlace Start => default;

    /// <summary>The error as it would be, had the body been read as a whole.</summary>
    public CovetJsonError Move(CovetJsonError error) => this == Start
        ? error
        : error with
        {
            Path = MovePath(error.Path),
            LineNumber = error.LineNumber + Line,
            BytePositionInLine = error.LineNumber == 0 ? Math.Max(0, error.BytePositionInLine + Column) : error.BytePositionInLine,
        };

    private string MovePath(string path)
    {
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return Items > 0 && path.StartsWith("$[", StringComparison.Ordinal) && int.TryParse(path.AsSpan(2, Math.Max(0, end - 2)), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? string.Create(CultureInfo.InvariantCulture, $"$[{index + Items}{path.AsSpan(end)}")
            : path;
    }
}
