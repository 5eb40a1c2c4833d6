namespace Covet.Internal;

/// <summary>The source around a line.</summary>
/// <param name="First">The number of the first line, from 1.</param>
/// <param name="Lines">The lines.</param>
internal sealed record SourceExcerpt(int First, IReadOnlyList<string> Lines)
{
    private const int Around = 6;
    private const long LargestFile = 4 * 1024 * 1024;

    /// <summary>Reads the lines around one; null where the file is not on this machine.</summary>
    public static SourceExcerpt? Read(string? file, int line)
    {
        try
        {
            if (file is null || line < 1 || new FileInfo(file) is not { Exists: true, Length: < LargestFile })
            {
                return null;
            }

            var first = Math.Max(1, line - Around);
            var lines = File.ReadLines(file).Skip(first - 1).Take(line - first + 1 + Around).ToList();
            return lines.Count == 0 ? null : new SourceExcerpt(first, lines);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // The page is about another exception.
            return null;
        }
    }
}
