namespace Covet.Internal;

/// <summary>Looks for the bracket of an array at the start of a body.</summary>
internal static class JsonArrayStart
{
    /// <summary>Finds the bracket; false where the body begins with something else.</summary>
    public static bool TryFind(ReadOnlySpan<byte> text, out int start, out JsonPlace place)
    {
        start = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        var skipped = text[start..].IndexOfAnyExcept(" \t\r\n"u8);
        start += Math.Max(skipped, 0);
        var before = text[..start];
        var lastBreak = before.LastIndexOf((byte)'\n');
        place = new JsonPlace(before.Count((byte)'\n'), start - lastBreak - 1, 0);
        return skipped >= 0 && text[start] == (byte)'[';
    }
}
