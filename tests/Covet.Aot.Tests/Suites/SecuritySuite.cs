using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

public abstract partial class SecuritySuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task Every_attack_on_a_token_gets_one_and_the_same_answer()
    {
        var keys = await KeysAsync();
        var clock = Clock();
        (await GetAsync("/security/me", ("Authorization", "Bearer " + JwtAttacks.Valid(keys, clock)))).Is(200, "u1");
        var answers = new HashSet<string>();
        foreach (var (name, (_, make)) in JwtAttacks.All(keys, clock))
        {
            var reply = await GetAsync("/security/me", ("Authorization", "Bearer " + make()));
            Assert.True(reply.Status == 401, name);
            reply.IsProblem(401);
            answers.Add(string.Join('|', reply.Headers.GetValues("WWW-Authenticate")) + TraceId().Replace(reply.Body, ""));
        }

        Assert.StartsWith("Bearer error=\"invalid_token\"{", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_every_key_are_let_in_and_no_token_is_asked_for_one()
    {
        var keys = await KeysAsync();
        foreach (var (key, header) in new[]
        {
            (keys.Hmac, """{"alg":"HS256","kid":"hmac"}"""),
            (JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS256), """{"alg":"RS256","kid":"rsa"}"""),
            (JwtKey.FromECDsa(keys.Ec, JwtAlgorithm.ES256), """{"alg":"ES256","kid":"ec"}"""),
        })
        {
            (await GetAsync("/security/me", ("Authorization", "Bearer " + TestTokens.Sign(key, header, TestTokens.Claims(Clock()))))).Is(200, "u1");
        }

        var nobody = (await GetAsync("/security/me")).IsProblem(401);
        Assert.Equal("Bearer", nobody.Headers.GetValues("WWW-Authenticate").Single());
    }

    [Fact]
    public async Task Scopes_and_permissions_are_asked_for()
    {
        var keys = await KeysAsync();
        var refused = (await BearerAsync(keys, "/security/scope", "")).IsProblem(403);
        Assert.Equal("Bearer error=\"insufficient_scope\",scope=\"orders:write\"", refused.Headers.GetValues("WWW-Authenticate").Single());
        (await BearerAsync(keys, "/security/scope", ""","scope":"mail orders:write" """.TrimEnd())).Is(200, "scope");
        (await BearerAsync(keys, "/security/permission", ""","roles":["clerk"]""")).IsProblem(403);
        (await BearerAsync(keys, "/security/permission", ""","roles":["manager"]""")).Is(200, "permission");
    }

    [Fact]
    public async Task Issued_tokens_are_valid_and_refresh_tokens_work_once()
    {
        var first = (await SendAsync(HttpMethod.Post, "/security/token", null)).Json;
        (await GetAsync("/security/me", ("Authorization", "Bearer " + first.GetProperty("accessToken").GetString()))).Is(200, "u1");
        var path = "/security/refresh?token=" + first.GetProperty("refreshToken").GetString();
        var second = await SendAsync(HttpMethod.Post, path, null);
        Assert.Equal(200, second.Status);
        Assert.Equal(401, (await SendAsync(HttpMethod.Post, path, null)).Status);
        Assert.Equal(401, (await SendAsync(HttpMethod.Post, "/security/refresh?token=" + second.Json.GetProperty("refreshToken").GetString(), null)).Status);
    }

    [Fact]
    public async Task Passwords_are_hashed_and_checked() =>
        (await SendAsync(HttpMethod.Post, "/security/password?password=correct%20horse", null)).Is(200, "Success");

    [Fact]
    public async Task Api_keys_are_checked()
    {
        var key = (await GetAsync("/security/keys")).Json.GetProperty("apiKey").GetString()!;
        (await GetAsync("/security/api-key", ("X-Api-Key", key))).Is(200, "ci");
        (await GetAsync("/security/api-key", ("X-Api-Key", key + "x"))).IsProblem(401);
    }

    [Fact]
    public async Task A_login_lives_in_a_sealed_cookie()
    {
        var login = await SendAsync(HttpMethod.Post, "/security/login", null);
        var pair = login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        (await GetAsync("/security/cookie", ("Cookie", pair))).Is(200, "ada");
        (await GetAsync("/security/cookie", ("Cookie", pair[..^4] + "AAAA"))).IsProblem(401);
    }

    [Fact]
    public async Task A_session_lives_in_the_cache()
    {
        var set = (await GetAsync("/security/session?name=ada")).Is(200, "ada");
        var pair = set.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        (await GetAsync("/security/session", ("Cookie", pair))).Is(200, "ada");
        (await GetAsync("/security/session")).Is(200, "nobody");
    }

    [Fact]
    public async Task A_form_needs_its_antiforgery_token()
    {
        var form = await GetAsync("/security/form", ("X-Forwarded-Proto", "https"));
        var pair = form.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        (await PostFormAsync(form.Body, pair)).Is(200, "ada");
        (await PostFormAsync(null, pair)).IsProblem(400);
        (await PostFormAsync(form.Body, "a=b")).IsProblem(400);
    }

    [Fact]
    public async Task A_rate_limit_refuses_one_too_many()
    {
        (await GetAsync("/security/limited")).Is(200, "limited");
        (await GetAsync("/security/limited")).Is(200, "limited");
        var refused = (await GetAsync("/security/limited")).IsProblem(429);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.StartsWith("\"default\";r=0;t=", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_is_made_once_for_each_key()
    {
        var key = Guid.NewGuid().ToString();
        var first = await PostJsonAsync("/security/pay", """{"amount":5}""", ("Idempotency-Key", key));
        var second = await PostJsonAsync("/security/pay", """{"amount":5}""", ("Idempotency-Key", key));
        Assert.Equal(200, first.Status);
        second.Is(200, first.Body);
        (await PostJsonAsync("/security/pay", """{"amount":6}""", ("Idempotency-Key", key))).IsProblem(422);
        (await PostJsonAsync("/security/pay", """{"amount":5}""")).IsProblem(400);
    }

    [Fact]
    public async Task A_body_has_its_tag_and_is_not_sent_twice()
    {
        var first = (await GetAsync("/security/tagged")).Is(200, """{"amount":5}""");
        Assert.StartsWith("total;dur=", first.Headers.GetValues("Server-Timing").Single(), StringComparison.Ordinal);
        (await GetAsync("/security/tagged", ("If-None-Match", first.Headers.ETag!.ToString()))).Is(304, "");
    }

    [Fact]
    public async Task Answers_have_strict_headers()
    {
        var reply = await GetAsync("/security/me");
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    private static TestClock Clock() => new() { Now = DateTimeOffset.UtcNow };

    private Task<Reply> BearerAsync(AttackKeys keys, string path, string claims) => GetAsync(
        path,
        ("Authorization", "Bearer " + TestTokens.Sign(keys.Hmac, """{"alg":"HS256"}""", TestTokens.Claims(Clock(), claims))));

    private Task<Reply> PostFormAsync(string? token, string cookie)
    {
        var fields = new Dictionary<string, string> { ["name"] = "ada" };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return SendAsync(HttpMethod.Post, "/security/form", new FormUrlEncodedContent(fields), ("Cookie", cookie), ("X-Forwarded-Proto", "https"));
    }

    private async Task<AttackKeys> KeysAsync()
    {
        var json = (await GetAsync("/security/keys")).Json;
        var rsa = RSA.Create();
        rsa.ImportFromPem(json.GetProperty("rsaPem").GetString());
        var ec = ECDsa.Create();
        ec.ImportFromPem(json.GetProperty("ecPem").GetString());
        return new AttackKeys(JwtKey.FromBase64Secret(json.GetProperty("secret").GetString()!, JwtAlgorithm.HS256, "hmac"), rsa, ec, 3600);
    }
}
