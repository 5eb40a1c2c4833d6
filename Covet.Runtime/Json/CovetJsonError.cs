namespace Covet;

/// <summary>One thing that is wrong with JSON input.</summary>
/// <param name="Path">The JSON path, <c>$</c> for the whole: <c>$.items[2].name</c>. Names of the input in it are cut to 64 bytes together.</param>
/// <param name="Code">The machine-readable code: <c>malformed_json</c>, <c>required</c>, <c>malformed</c> or <c>unexpected</c>.</param>
/// <param name="Message">The message for people; holds nothing of the input.</param>
/// <param name="LineNumber">The line, from 0.</param>
/// <param name="BytePositionInLine">The byte in the line, from 0.</param>
public sealed record CovetJsonError(string Path, string Code, string Message, long LineNumber, long BytePositionInLine);
