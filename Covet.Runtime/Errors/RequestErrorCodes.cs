namespace Covet.Internal;

/// <summary>The stable machine-readable codes that stand beside the messages of a problem document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestErrorCodes
{
    /// <summary>A value that must be there is missing or null.</summary>
    public const string Required = "required";

    /// <summary>A value cannot be made from its text.</summary>
    public const string Malformed = "malformed";

    /// <summary>A value breaks a rule that has no code of its own.</summary>
    public const string Invalid = "invalid";

    /// <summary>A value is nested deeper than validation follows it.</summary>
    public const string TooDeep = "too_deep";

    /// <summary>More is wrong than the answer tells.</summary>
    public const string TooManyErrors = "too_many_errors";

    /// <summary>The body is not well-formed JSON (RFC 8259).</summary>
    public const string MalformedJson = "malformed_json";

    /// <summary>The request could not be read.</summary>
    public const string BadRequest = "bad_request";

    /// <summary>The request needs authentication.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The request is not allowed.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>Nothing is at the address.</summary>
    public const string NotFound = "not_found";

    /// <summary>The address has other methods.</summary>
    public const string MethodNotAllowed = "method_not_allowed";

    /// <summary>No accepted content type can be produced.</summary>
    public const string NotAcceptable = "not_acceptable";

    /// <summary>The request took too long to arrive.</summary>
    public const string RequestTimeout = "request_timeout";

    /// <summary>The version of the API that the request asks for is not offered.</summary>
    public const string UnsupportedVersion = "unsupported_version";

    /// <summary>The body has another content type than the endpoint reads.</summary>
    public const string UnsupportedMediaType = "unsupported_media_type";

    /// <summary>The body is longer than the limit.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The client sends more requests than its limit.</summary>
    public const string TooManyRequests = "too_many_requests";
}
