using System.Text;
using System.Text.Json;

namespace Covet.Aot.Tests;

/// <summary>
/// What every suite needs: the host, a client, and the proof after every test that the application logged no error and
/// lost no exception.
/// </summary>
public abstract class HttpSuite(HttpHost host) : IAsyncLifetime
{
    protected HttpClient Client { get; private set; } = null!;

    protected Uri BaseAddress => Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = await host.BaseAddressAsync() };
        TestContext.Current.TestOutputHelper?.WriteLine($"host: {host.Kind}, {Client.BaseAddress}");
    }

    public async ValueTask DisposeAsync()
    {
        var errors = await TakeErrorsAsync();
        Client.Dispose();
        GC.SuppressFinalize(this);
        Assert.Empty(errors);
    }

    /// <summary>What the application logged as errors since the last call; empty where all is well.</summary>
    protected async Task<List<string>> TakeErrorsAsync() =>
        JsonSerializer.Deserialize<List<string>>(await Client.GetStringAsync("/diagnostics/errors"))!;

    protected Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    protected Task<Reply> PostJsonAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(json), headers);

    protected static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    protected async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Client.SendAsync(request);
        return await Reply.ReadAsync(response);
    }
}
