namespace Covet.Internal;

/// <summary>
/// A streamed body, or an item of it, is not what the endpoint reads or breaks a rule: ends the handler's enumeration, and answers as
/// any other invalid body where no response was begun.
/// </summary>
internal sealed class InvalidItemException : BadHttpRequestException
{
    /// <param name="errors">What is wrong.</param>
    /// <param name="validationStatusCode">The status where the errors name none.</param>
    /// <param name="cause">What the reader threw.</param>
    public InvalidItemException(RequestErrors errors, int validationStatusCode, Exception? cause = null)
        : base(Text(errors.Items[0]), errors.StatusCode == 0 ? validationStatusCode : errors.StatusCode, cause!) => Errors = errors;

    public RequestErrors Errors { get; }

    private static string Text(RequestError first) => first.Key.Length == 0 ? first.Message : first.Key + ": " + first.Message;
}
