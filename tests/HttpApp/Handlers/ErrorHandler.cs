using System.Text.Json;
using System.Text.Json.Nodes;

namespace HttpApp.Handlers;

/// <summary>What goes wrong, and how it is answered.</summary>
[Handler("/errors"), MapException<KeyNotFoundException>(404)]
public static class ErrorHandler
{
    /// <summary>Throws with what the request says, so that the developer page has hostile text to show.</summary>
    [Get("fail/{text}")]
    public static string Fail(string text, [FromHeader(Name = "X-Text")] string? header, int times = 1) =>
        throw new InvalidOperationException($"{text} {header} {times}");

    /// <summary>Uses what the client sends as it likes, which System.Text.Json looks at only then.</summary>
    [Post("node")]
    public static string Node(JsonObject document) => $"{document["a"]} {document["in"]?["a"]} {document["list"]?[0]?["a"]}";

    /// <summary>The same of an element, which lets a name stand twice.</summary>
    [Post("element")]
    public static string Element(JsonElement document) => string.Join(' ', document.EnumerateObject().Select(static member => $"{member.Name} {member.Value}"));

    [Get("mapped/{kind}"), MapException<TimeoutException>(503, Title = "Later"), MapException<InvalidOperationException>(409, ShowMessage = true)]
    public static string Mapped(string kind) => throw (kind switch
    {
        "timeout" => new TimeoutException("secret"),
        "disposed" => new ObjectDisposedException("thing"),
        "missing" => new KeyNotFoundException("secret"),
        _ => new BadHttpRequestException("The request is odd.", StatusCodes.Status400BadRequest),
    });
}
