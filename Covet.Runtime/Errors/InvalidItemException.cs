namespace Covet.Internal;

/// <summary>An item of a streamed body breaks a rule: ends the handler's enumeration, and answers as any other invalid body where no response was begun.</summary>
internal sealed class InvalidItemException : BadHttpRequestException
{
    public InvalidItemException(RequestErrors errors, int statusCode)
        : base("An item of the request's body is not valid: " + errors.Items[0].Key + ": " + errors.Items[0].Message, statusCode) => Errors = errors;

    public RequestErrors Errors { get; }
}
