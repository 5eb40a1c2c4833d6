namespace Covet.Internal;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Key">The JSON path or the parameter's name on the wire.</param>
/// <param name="Code">The machine-readable code.</param>
/// <param name="Message">The message for people.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RequestError(string Key, string Code, string Message);
