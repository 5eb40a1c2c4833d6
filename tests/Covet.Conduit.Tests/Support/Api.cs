using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Covet.Conduit.Tests.Support;

/// <summary>A client of the API that speaks JSON as text, so that a test sees what is on the wire.</summary>
internal sealed class Api(Uri baseAddress) : IDisposable
{
    private HttpClient client = new() { BaseAddress = baseAddress };

    public Uri BaseAddress => baseAddress;

    public Task<Answer> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, null, token);

    public Task<Answer> PostAsync(string path, string? json, string? token = null) => SendAsync(HttpMethod.Post, path, json, token);

    public Task<Answer> PutAsync(string path, string? json, string? token = null) => SendAsync(HttpMethod.Put, path, json, token);

    public Task<Answer> DeleteAsync(string path, string? token = null) => SendAsync(HttpMethod.Delete, path, null, token);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json, string? token)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Token", token);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var body = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        return new Answer((int)response.StatusCode, body, text, response.Headers.Location?.OriginalString, response.Content.Headers.ContentType?.ToString(), response.Headers.RetryAfter?.ToString());
    }

    /// <summary>Registers a user of a new name and gives their token.</summary>
    public async Task<(string Name, string Token)> RegisterAsync()
    {
        var name = "user-" + Guid.NewGuid().ToString("N");
        var answer = await PostAsync("/api/users", $$$"""{"user":{"username":"{{{name}}}","email":"{{{name}}}@example.org","password":"correct horse"}}""");
        Assert.Equal(201, answer.Status);
        return (name, answer.Text("user", "token"));
    }

    /// <summary>Publishes an article of a new title and gives its slug.</summary>
    public async Task<string> PublishAsync(string token, params string[] tags)
    {
        var list = string.Join(',', tags.Select(tag => $"\"{tag}\""));
        var answer = await PostAsync("/api/articles", $$$"""{"article":{"title":"Title {{{Guid.NewGuid():N}}}","description":"About","body":"Text","tagList":[{{{list}}}]}}""", token);
        Assert.Equal(201, answer.Status);
        return answer.Text("article", "slug");
    }

    /// <summary>Closes the connections that wait for a next request.</summary>
    public void CloseIdle()
    {
        client.Dispose();
        client = new HttpClient { BaseAddress = baseAddress };
    }

    public void Dispose() => client.Dispose();
}
