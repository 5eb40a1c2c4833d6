namespace Covet.Internal;

/// <summary>A failure that Covet itself answers: its status, its stable code and its text never change between versions.</summary>
/// <param name="StatusCode">The HTTP status (RFC 9110, section 15); 0 for the application's validation status.</param>
/// <param name="Code">The machine-readable code, one of <see cref="RequestErrorCodes"/>.</param>
/// <param name="Text">The message for people, where the place that finds the failure has none that says more.</param>
internal sealed record ProblemKind(int StatusCode, string Code, string Text);
