namespace HttpApp.Handlers;

/// <summary>What goes wrong, and how it is answered.</summary>
[Handler("/errors"), MapException<KeyNotFoundException>(404)]
public static class ErrorHandler
{
    /// <summary>Throws with what the request says, so that the developer page has hostile text to show.</summary>
    [Get("fail/{text}")]
    public static string Fail(string text, [FromHeader(Name = "X-Text")] string? header, int times = 1) =>
        throw new InvalidOperationException($"{text} {header} {times}");

    [Get("mapped/{kind}"), MapException<TimeoutException>(503, Title = "Later"), MapException<InvalidOperationException>(409, ShowMessage = true)]
    public static string Mapped(string kind) => throw (kind switch
    {
        "timeout" => new TimeoutException("secret"),
        "disposed" => new ObjectDisposedException("thing"),
        "missing" => new KeyNotFoundException("secret"),
        _ => new BadHttpRequestException("The request is odd.", StatusCodes.Status400BadRequest),
    });
}
