using Microsoft.AspNetCore.WebUtilities;

namespace Covet.Internal;

/// <summary>The <c>type</c> and <c>title</c> of a status: the section of the RFC that defines it, and its name.</summary>
internal static class ProblemTypes
{
    private const string Rfc9110 = "https://tools.ietf.org/html/rfc9110#section-";

    /// <summary>The title of a document that lists what is wrong with a request.</summary>
    public const string ValidationTitle = "One or more validation errors occurred.";

    /// <summary>The address of the status' definition; null where there is none, which means <c>about:blank</c> (RFC 9457, section 4.2.1).</summary>
    public static string? Type(int statusCode) => statusCode switch
    {
        400 => Rfc9110 + "15.5.1",
        401 => Rfc9110 + "15.5.2",
        402 => Rfc9110 + "15.5.3",
        403 => Rfc9110 + "15.5.4",
        404 => Rfc9110 + "15.5.5",
        405 => Rfc9110 + "15.5.6",
        406 => Rfc9110 + "15.5.7",
        407 => Rfc9110 + "15.5.8",
        408 => Rfc9110 + "15.5.9",
        409 => Rfc9110 + "15.5.10",
        410 => Rfc9110 + "15.5.11",
        411 => Rfc9110 + "15.5.12",
        412 => Rfc9110 + "15.5.13",
        413 => Rfc9110 + "15.5.14",
        414 => Rfc9110 + "15.5.15",
        415 => Rfc9110 + "15.5.16",
        416 => Rfc9110 + "15.5.17",
        417 => Rfc9110 + "15.5.18",
        421 => Rfc9110 + "15.5.20",
        422 => "https://tools.ietf.org/html/rfc4918#section-11.2",
        426 => Rfc9110 + "15.5.22",
        428 => "https://tools.ietf.org/html/rfc6585#section-3",
        429 => "https://tools.ietf.org/html/rfc6585#section-4",
        431 => "https://tools.ietf.org/html/rfc6585#section-5",
        500 => Rfc9110 + "15.6.1",
        501 => Rfc9110 + "15.6.2",
        502 => Rfc9110 + "15.6.3",
        503 => Rfc9110 + "15.6.4",
        504 => Rfc9110 + "15.6.5",
        505 => Rfc9110 + "15.6.6",
        _ => null,
    };

    /// <summary>The name of the status; null where it has none.</summary>
    public static string? Title(int statusCode) => statusCode switch
    {
        // As ASP.NET Core's own problem documents say it.
        500 => "An error occurred while processing your request.",
        _ => ReasonPhrases.GetReasonPhrase(statusCode) is { Length: > 0 } phrase ? phrase : null,
    };
}
