namespace Covet.Aot.Tests;

/// <summary>Refusals over Covet's HTTP/1.1 and over Kestrel's: the same bytes, on connections that go on and on ones that end.</summary>
public abstract class ServerSuite(HttpHost host) : SecurityRequests(host)
{
    private const string Last = "GET /diagnostics/host HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private readonly HttpHost host = host;

    [Fact]
    public async Task Every_refusal_is_the_same_over_either_server()
    {
        await using var kestrel = await host.StartAnotherAsync("--Covet:Http1", "Kestrel");
        await using var covet = await host.StartAnotherAsync();
        var json = "Content-Type: application/json\r\n";
        (string Request, int Status, bool Continues)[] table =
        [
            ("GET /security/me HTTP/1.1\r\nHost: x\r\n\r\n", 401, true),
            ("HEAD /security/me HTTP/1.1\r\nHost: x\r\n\r\n", 401, true),
            ("GET /security/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 401, false),
            ("GET /security/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer junk\r\n\r\n", 401, true),
            ("GET /security/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 401, true),
            ("GET /security/basic HTTP/1.1\r\nHost: x\r\n\r\n", 403, true),
            ("GET /security/me HTTP/1.1\r\nHost: evil.test\r\n\r\n", 400, true),
            ("GET /security/me HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 401, true),
            ("POST /security/documents/2/pay HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 401, true),
            ("POST /security/documents/2/pay HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 401, true),
            ("POST /security/documents/2/pay HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello", 401, false),

            // Nobody is asked for a body that is not wanted.
            ("POST /security/documents/2/pay HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 5\r\n\r\n", 401, false),
            ($"POST /security/limits/small HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n{json}Content-Length: 101\r\n\r\n", 413, false),
            ($"POST /security/limits/small HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n{json}Content-Length: 12\r\n\r\n{{\"amount\":5}}", 200, true),
            ($"POST /security/limits/small HTTP/1.1\r\nHost: x\r\n{json}Content-Length: 101\r\n\r\n{new string(' ', 101)}", 413, true),
            ($"POST /security/limits/small HTTP/1.1\r\nHost: x\r\n{json}Transfer-Encoding: chunked\r\n\r\n65\r\n{new string(' ', 101)}\r\n0\r\n\r\n", 413, false),
            ("POST /security/form HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\nname=", 400, true),
            ("GET /security/go?to=//evil HTTP/1.1\r\nHost: x\r\n\r\n", 302, true),
            ("GET /security/limits/slow HTTP/1.1\r\nHost: x\r\n\r\n", 504, true),
            ("GET /security/nothing HTTP/1.1\r\nHost: x\r\n\r\n", 404, true),
        ];

        // All at once, as a server waits a while for bodies that were announced and never come.
        var answers = await Task.WhenAll(table.Select(async row =>
        {
            var pair = await Task.WhenAll(ExchangeAsync(kestrel, row.Request + Last), ExchangeAsync(covet, row.Request + Last));
            return (row.Request, row.Status, row.Continues, Expected: pair[0], Actual: pair[1]);
        }));
        foreach (var (request, status, continues, expected, actual) in answers)
        {
            Assert.Equal(expected, actual);
            Assert.True(status == StatusOf(actual), $"{request}: {actual}");
            Assert.True(continues == actual.EndsWith(Kind, StringComparison.Ordinal), $"{request}: {actual}");
        }
    }

    [Fact]
    public async Task A_caller_who_vanishes_from_a_refused_body_harms_nobody()
    {
        foreach (var path in new[] { "/security/documents/2/pay", "/security/limits/small" })
        {
            await using var connection = await RawConnection.OpenAsync(BaseAddress);
            await connection.SendAsync($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{{");
            (await GetAsync("/security/me")).IsProblem(401);
            connection.Vanish();
        }

        (await GetAsync("/security/me")).IsProblem(401);
    }

    private string Kind { get; } = host.Kind;

    private static async Task<string> ExchangeAsync(RunningApp app, string request)
    {
        await using var connection = await RawConnection.OpenAsync(app.Address);
        await connection.SendAsync(request);
        return Answer(await connection.ReadToEndAsync());
    }
}
