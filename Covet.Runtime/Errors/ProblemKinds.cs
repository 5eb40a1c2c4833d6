namespace Covet.Internal;

/// <summary>Every failure of a request that Covet answers by itself; a test pins each, and docs/errors.md lists them.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind Required = new(0, RequestErrorCodes.Required, "A value is required.");

    public static readonly ProblemKind Malformed = new(0, RequestErrorCodes.Malformed, "The value is not valid.");

    public static readonly ProblemKind Invalid = new(0, RequestErrorCodes.Invalid, "The value is not valid.");

    public static readonly ProblemKind TooDeep = new(0, RequestErrorCodes.TooDeep, "The value is nested too deeply to be validated.");

    public static readonly ProblemKind TooManyErrors = new(0, RequestErrorCodes.TooManyErrors, "More is wrong from here on than is told.");

    public static readonly ProblemKind MalformedJson = new(400, RequestErrorCodes.MalformedJson, "The body is not well-formed JSON.");

    public static readonly ProblemKind BadRequest = new(400, RequestErrorCodes.BadRequest, "The request could not be read.");

    public static readonly ProblemKind Unauthorized = new(401, RequestErrorCodes.Unauthorized, "The request needs authentication.");

    public static readonly ProblemKind Forbidden = new(403, RequestErrorCodes.Forbidden, "The request is not allowed.");

    public static readonly ProblemKind NotFound = new(404, RequestErrorCodes.NotFound, "Nothing was found at this address.");

    public static readonly ProblemKind MethodNotAllowed = new(405, RequestErrorCodes.MethodNotAllowed, "The method is not allowed at this address.");

    public static readonly ProblemKind NotAcceptable = new(406, RequestErrorCodes.NotAcceptable, "No accepted content type can be produced.");

    public static readonly ProblemKind RequestTimeout = new(408, RequestErrorCodes.RequestTimeout, "The request took too long to arrive.");

    public static readonly ProblemKind TooLarge = new(413, RequestErrorCodes.TooLarge, "The body is longer than the limit.");

    public static readonly ProblemKind UnsupportedMediaType = new(415, RequestErrorCodes.UnsupportedMediaType, "The content type of the body is not supported.");

    public static readonly ProblemKind TooManyRequests = new(429, RequestErrorCodes.TooManyRequests, "Too many requests.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ProblemKind> All =
    [
        Required, Malformed, Invalid, TooDeep, TooManyErrors, MalformedJson, BadRequest, Unauthorized, Forbidden, NotFound, MethodNotAllowed,
        NotAcceptable, RequestTimeout, TooLarge, UnsupportedMediaType, TooManyRequests,
    ];
}
