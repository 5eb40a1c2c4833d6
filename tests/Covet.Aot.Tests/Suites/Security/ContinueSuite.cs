namespace Covet.Aot.Tests;

/// <summary>Clients that wait to be asked for their body (RFC 9110 section 10.1.1), over Covet's HTTP/1.1 and over Kestrel's.</summary>
public abstract class ContinueSuite(HttpHost host) : SecurityRequests(host)
{
    private const string Last = "GET /diagnostics/host HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private const string Plain = "GET /diagnostics/request HTTP/1.1\r\nHost: x\r\n\r\n";
    private const string Refused = "POST /security/documents/2/pay HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n";
    private const string Small = "POST /security/limits/small HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\n";
    private const string Smuggled = "POST /diagnostics/revocations/hold HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
    private const string Asked = "HTTP/1.1 100 Continue\r\n\r\n";

    private readonly HttpHost host = host;

    [Fact]
    public async Task A_body_that_is_wanted_is_asked_for_once_and_a_connection_goes_on() => await OverEachServerAsync(async connection =>
    {
        for (var i = 0; i < 2; i++)
        {
            await connection.SendAsync(Small + "Content-Length: 12\r\n\r\n");
            Assert.Equal(Asked, await connection.ReadHeadAsync());
            await connection.SendAsync("{\"amount\":5}");
            Assert.StartsWith("HTTP/1.1 200 ", await connection.ReadHeadAsync(), StringComparison.Ordinal);
            Assert.Equal("{\"amount\":5}", await connection.ReadAsync(12));
        }

        await connection.SendAsync(Small + "Transfer-Encoding: chunked\r\n\r\n");
        Assert.Equal(Asked, await connection.ReadHeadAsync());
        await connection.SendAsync("c\r\n{\"amount\":6}\r\n0\r\n\r\n" + Last);
        var rest = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200 ", rest, StringComparison.Ordinal);
        Assert.EndsWith(Kind, rest, StringComparison.Ordinal);
        Assert.DoesNotContain("100 Continue", rest, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Who_is_refused_is_asked_for_nothing_and_what_it_sends_all_the_same_is_a_body_and_no_request() => await OverEachServerAsync(async connection =>
    {
        await connection.SendAsync(Refused + $"Content-Length: {Smuggled.Length}\r\n\r\n");
        var head = await connection.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 401 ", head, StringComparison.Ordinal);
        await connection.ReadAsync(LengthOf(head));
        await connection.SendAsync(Smuggled + Last);
        var rest = await connection.ReadToEndAsync();
        Assert.True(rest.Length == 0 || (rest.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) && rest.EndsWith(Kind, StringComparison.Ordinal)), rest);
        Assert.Equal(rest.Length == 0 ? 0 : 1, rest.Split("HTTP/1.1 ").Length - 1);
    });

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_unasked() => await OverEachServerAsync(async connection =>
    {
        await connection.SendAsync(Small + "Content-Length: 101\r\n\r\n");
        var head = await connection.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 413 ", head, StringComparison.Ordinal);
        await connection.ReadAsync(LengthOf(head));
        await connection.SendAsync(Smuggled.PadRight(101) + Last);
        var rest = await connection.ReadToEndAsync();
        Assert.True(rest.Length == 0 || (rest.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) && rest.EndsWith(Kind, StringComparison.Ordinal)), rest);
    });

    [Fact]
    public async Task A_form_that_says_it_is_too_large_is_not_asked_for_its_token() => await OverEachServerAsync(async connection =>
    {
        await connection.SendAsync(
            "POST /security/limits/small-form HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nX-Forwarded-Proto: https\r\nCookie: __Host-antiforgery=x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1001\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadHeadAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_body_that_was_asked_for_and_grows_too_large_is_413_and_the_end() => await OverEachServerAsync(async connection =>
    {
        await connection.SendAsync(Small + "Transfer-Encoding: chunked\r\n\r\n");
        Assert.Equal(Asked, await connection.ReadHeadAsync());
        await connection.SendAsync($"65\r\n{new string(' ', 101)}\r\n0\r\n\r\n");
        var rest = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 413 ", rest, StringComparison.Ordinal);
        Assert.Contains("Connection: close", rest, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_client_that_is_asked_and_hangs_up_harms_nobody()
    {
        await using (var connection = await RawConnection.OpenAsync(BaseAddress))
        {
            await connection.SendAsync(Small + "Content-Length: 12\r\n\r\n");
            Assert.Equal(Asked, await connection.ReadHeadAsync());
            connection.Vanish();
        }

        (await GetAsync("/security/me")).IsProblem(401);
    }

    private string Kind { get; } = host.Kind;

    private static int LengthOf(string head)
    {
        const string Name = "Content-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return int.Parse(head.AsSpan(start, head.IndexOf('\r', start) - start));
    }

    // On a fresh connection, and on one that has served a plain request: then Covet's HTTP/1.1 hands over one that it has.
    private async Task OverEachServerAsync(Func<RawConnection, Task> act)
    {
        await using var kestrel = await host.StartAnotherAsync("--Covet:Http1", "Kestrel");
        await using var covet = await host.StartAnotherAsync();
        foreach (var (app, own) in new[] { (kestrel, false), (covet, true) })
        {
            await using (var fresh = await RawConnection.OpenAsync(app.Address))
            {
                await act(fresh);
            }

            await using var used = await RawConnection.OpenAsync(app.Address);
            await used.SendAsync(Plain);
            var name = await used.ReadAsync(LengthOf(await used.ReadHeadAsync()));
            Assert.Equal(own, name.EndsWith(":80000000", StringComparison.Ordinal) || name.EndsWith(":80000001", StringComparison.Ordinal));
            await act(used);
        }
    }
}
