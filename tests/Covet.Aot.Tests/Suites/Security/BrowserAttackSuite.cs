namespace Covet.Aot.Tests;

/// <summary>Attacks by way of a victim's browser, or on who the application believes it is.</summary>
public abstract class BrowserAttackSuite(HttpHost host) : SecurityRequests(host)
{
    [Theory]
    [InlineData("//evil.test")]
    [InlineData("///evil.test")]
    [InlineData("/\\evil.test")]
    [InlineData("\\\\evil.test")]
    [InlineData("\\/evil.test")]
    [InlineData("/a\\..\\\\evil.test")]
    [InlineData("/\t/evil.test")]
    [InlineData("/\n/evil.test")]
    [InlineData("/\r\n/evil.test")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("\t//evil.test")]
    [InlineData(" //evil.test")]
    [InlineData("/\u0000/evil.test")]
    [InlineData("/\u0085/evil.test")]
    [InlineData("/\u007f/evil.test")]
    [InlineData("https://evil.test/")]
    [InlineData("https:/evil.test")]
    [InlineData("https:evil.test")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("evil.test")]
    [InlineData("~//evil.test")]
    [InlineData("@evil.test")]
    [InlineData(".evil.test")]
    [InlineData("?x=//evil.test")]
    [InlineData("#//evil.test")]
    public async Task A_redirect_never_leaves_the_site(string to)
    {
        var reply = await GetAsync("/security/go?to=" + Uri.EscapeDataString(to));
        Assert.Equal((302, "/home"), (reply.Status, reply.Headers.Location!.OriginalString));
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/orders?page=2&to=https://other.example/#x", "/orders?page=2&to=https://other.example/#x")]
    [InlineData("/%5Cevil.test", "/%5Cevil.test")]
    [InlineData("/über/日本?q=ä", "/%C3%BCber/%E6%97%A5%E6%9C%AC?q=%C3%A4")]
    [InlineData("/a\u2028b\u202ec", "/a%E2%80%A8b%E2%80%AEc")]
    [InlineData("/\U0001F600", "/%F0%9F%98%80")]
    public async Task A_redirect_to_a_path_of_the_site_is_made_also_where_it_is_not_ASCII(string to, string expected)
    {
        var reply = await GetAsync("/security/go?to=" + Uri.EscapeDataString(to));
        Assert.Equal((302, expected), (reply.Status, reply.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LocalHost", 200)]
    [InlineData("localhost:1234", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.1:80", 200)]
    [InlineData("[::1]", 400)]
    [InlineData("[::1]:80", 400)]
    [InlineData("[::ffff:127.0.0.1]", 400)]
    [InlineData("[::ffff:127.0.0.1]:80", 400)]
    [InlineData("[localhost]", 400)]
    [InlineData("127.1", 400)]
    [InlineData("2130706433", 400)]
    [InlineData("evil.test", 400)]
    [InlineData("evil.test:80", 400)]
    [InlineData("evil.test:localhost", 400)]
    [InlineData("localhost.evil.test", 400)]
    [InlineData("evil.localhost", 400)]
    [InlineData("localhost.", 400)]
    [InlineData("localhost@evil.test", 400)]
    [InlineData("evil.test@localhost", 400)]
    [InlineData("localhost:80@evil.test", 400)]
    [InlineData("localhost/evil.test", 400)]
    [InlineData("localhost, evil.test", 400)]
    [InlineData("localhost evil.test", 400)]
    [InlineData("localhost%00.evil.test", 400)]
    [InlineData("localhost\0", 400)]
    [InlineData("localhost:99999", 200)]
    [InlineData("localhost:-1", 400)]
    public async Task A_host_is_one_of_ours_or_refused(string name, int status)
    {
        foreach (var path in new[] { "/security/who", "/nothing", "/minimal/x" })
        {
            var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");
            Assert.Equal(status == 200 && path == "/nothing" ? 404 : status, StatusOf(answer));
            Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET http://evil.test/security/who HTTP/1.1\r\nHost: localhost")]
    [InlineData("GET http://evil.test/security/who HTTP/1.1\r\nHost: evil.test")]
    [InlineData("GET http://localhost/security/who HTTP/1.1\r\nHost: evil.test")]
    [InlineData("GET /security/who HTTP/1.1\r\nHost: localhost\r\nHost: evil.test")]
    [InlineData("GET /security/who HTTP/1.1\r\nHost: evil.test\r\nHost: localhost")]
    [InlineData("GET /security/who HTTP/1.1\r\nhost: evil.test")]
    public async Task A_host_has_one_place(string request)
    {
        var answer = await RawAsync(request + "\r\nConnection: close\r\n\r\n");
        Assert.Equal(400, StatusOf(answer));
        Assert.DoesNotContain("evil", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.test", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-Host", "x, evil.test", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-Host", "evil.test, x", "127.0.0.1 http x")]
    [InlineData("X-Forwarded-Host", "[::1]", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-Host", "x@evil.test", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-Host", "x.evil.test:80", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-For", "9.9.9.9, 8.8.8.8", "8.8.8.8 http localhost")]
    [InlineData("X-Forwarded-For", "9.9.9.9, junk", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-For", "junk", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-For", "", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-Proto", "http, https", "127.0.0.1 https localhost")]
    [InlineData("X-Forwarded-Proto", "https, http", "127.0.0.1 http localhost")]
    [InlineData("X-Forwarded-Prefix", "/evil", "127.0.0.1 http localhost")]
    [InlineData("X-Original-Host", "evil.test", "127.0.0.1 http localhost")]
    [InlineData("Forwarded", "for=9.9.9.9;host=evil.test;proto=https", "127.0.0.1 http localhost")]
    public async Task The_proxys_own_word_is_believed_and_no_callers_before_it(string name, string value, string who)
    {
        (await GetAsync("/security/who", ("Host", "localhost"), (name, value))).Is(200, who);
        (await GetAsync("/wary/who", ("Host", "localhost"), (name, value))).Is(200, "127.0.0.1 http localhost");
    }

    [Theory]
    [InlineData("https://friend.example", true)]
    [InlineData("null", false)]
    [InlineData("*", false)]
    [InlineData("http://friend.example", false)]
    [InlineData("https://friend.example:8443", false)]
    [InlineData("https://friend.example.evil.test", false)]
    [InlineData("https://evil.test/https://friend.example", false)]
    [InlineData("https://sub.friend.example", false)]
    [InlineData("https://friend.example/", false)]
    [InlineData("https://friend.example https://evil.test", false)]
    public async Task Cookies_are_for_named_origins_alone(string origin, bool allowed)
    {
        var reply = (await GetAsync("/security/shared", ("Origin", origin))).Is(200, "shared");
        var preflight = await SendAsync(HttpMethod.Options, "/security/shared", null, ("Origin", origin), ("Access-Control-Request-Method", "GET"));
        foreach (var headers in new[] { reply.Headers, preflight.Headers })
        {
            Assert.Equal(allowed ? [origin] : [], headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins : []);
            Assert.Equal(allowed ? ["true"] : [], headers.TryGetValues("Access-Control-Allow-Credentials", out var credentials) ? credentials : []);
        }
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own_and_none_where_none_was_asked_for()
    {
        var nonces = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            var reply = await GetAsync("/security/nonce");
            Assert.Equal(16, Convert.FromBase64String(reply.Body).Length);
            Assert.Contains($"'nonce-{reply.Body}'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(nonces.Add(reply.Body));
        }

        Assert.DoesNotContain("nonce", (await GetAsync("/security/me")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/security/nothing", 404)]
    [InlineData("/security/me", 401)]
    [InlineData("/security/limits/slow", 504)]
    [InlineData("/security/go?to=/x", 302)]
    public async Task Every_kind_of_answer_has_the_strict_headers(string path, int status)
    {
        var reply = await GetAsync(path);
        Assert.Equal(status, reply.Status);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
