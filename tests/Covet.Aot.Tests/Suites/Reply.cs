using System.Net.Http.Headers;
using System.Text.Json;

namespace Covet.Aot.Tests;

/// <summary>An answer, read to its end.</summary>
public sealed record Reply(int Status, string Body, string? ContentType, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString(), response.Headers, response.Content.Headers);

    /// <summary>Asserts a status and a body.</summary>
    public Reply Is(int status, string body)
    {
        Assert.Equal((status, body), (Status, Body));
        return this;
    }

    /// <summary>Asserts a problem document (RFC 9457) of this status; with keys, that its <c>errors</c> have exactly these.</summary>
    public Reply IsProblem(int status, params string[] errorKeys)
    {
        Assert.Equal(status, Status);
        Assert.StartsWith("application/problem+json", ContentType, StringComparison.Ordinal);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        if (errorKeys.Length > 0)
        {
            Assert.Equal(
                errorKeys.Order(StringComparer.Ordinal),
                Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
        }

        return this;
    }
}
