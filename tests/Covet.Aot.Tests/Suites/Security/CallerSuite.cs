using System.Text;
using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

/// <summary>What belongs to one caller, and others who ask for it.</summary>
public abstract class CallerSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task A_resource_is_its_owners_alone_by_the_authorization_service()
    {
        var keys = await KeysAsync();
        (await GetAsync("/security/documents/2", Bearer(TokenOf(keys, "u1")))).Is(200, "\"document 2\"");
        (await GetAsync("/security/documents/3", Bearer(TokenOf(keys, "u2")))).Is(200, "\"document 3\"");
        foreach (var (id, user) in new[] { (3, "u1"), (2, "u2"), (2, "U1"), (2, "u1 "), (2, "u3") })
        {
            var refused = (await GetAsync($"/security/documents/{id}", Bearer(TokenOf(keys, user)))).IsProblem(403);
            Assert.StartsWith("Bearer error=\"insufficient_scope\"", refused.Headers.GetValues("WWW-Authenticate").Single(), StringComparison.Ordinal);
        }

        (await GetAsync("/security/documents/2")).IsProblem(401);
    }

    [Fact]
    public async Task A_tag_says_nothing_to_who_may_not_read()
    {
        var keys = await KeysAsync();
        var own = (await GetAsync("/security/documents/2/tagged", Bearer(TokenOf(keys, "u1")))).Is(200, "\"document 2\"");
        var tag = own.Headers.ETag!.ToString();
        (await GetAsync("/security/documents/2/tagged", Bearer(TokenOf(keys, "u1")), ("If-None-Match", tag))).Is(304, "");
        foreach (var known in new[] { tag, "*", "W/" + tag, "\"x\", " + tag })
        {
            var foreign = await GetAsync("/security/documents/2/tagged", Bearer(TokenOf(keys, "u2")), ("If-None-Match", known));
            Assert.Equal((403, null), (foreign.Status, foreign.Headers.ETag));
            var nobody = (await GetAsync("/security/documents/2/tagged", ("If-None-Match", known))).IsProblem(401);
            Assert.Null(nobody.Headers.ETag);
        }
    }

    [Fact]
    public async Task An_idempotency_key_gives_nobody_anothers_answer()
    {
        var keys = await KeysAsync();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        (await PayAsync("2", key, Bearer(TokenOf(keys, "u1")))).Is(200, "u1 2");
        var other = (await PayAsync("2", key, Bearer(TokenOf(keys, "u2")))).Is(200, "u2 2");
        Assert.False(other.Headers.Contains("Idempotency-Replayed"));
        (await PayAsync("2", key)).IsProblem(401);
        (await PayAsync("2", key, Bearer(TokenOf(keys, "u1") + "x"))).IsProblem(401);
        Assert.Equal("true", (await PayAsync("2", key, Bearer(TokenOf(keys, "u1")))).Is(200, "u1 2").Headers.GetValues("Idempotency-Replayed").Single());

        // The same key on another resource is another request, not another payment.
        (await PayAsync("4", key, Bearer(TokenOf(keys, "u1")))).IsProblem(422);
        foreach (var wrong in new[] { "", "\"\"", new string('k', 256) })
        {
            (await PayAsync("2", ("Idempotency-Key", wrong), Bearer(TokenOf(keys, "u1")))).IsProblem(400);
        }
    }

    [Fact]
    public async Task Of_many_uses_of_a_refresh_token_at_once_one_wins_at_most_and_the_login_ends()
    {
        for (var round = 0; round < 5; round++)
        {
            var first = (await SendAsync(HttpMethod.Post, "/security/token", null)).Json.GetProperty("refreshToken").GetString();
            var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(HttpMethod.Post, "/security/refresh?token=" + first, null)));
            var won = replies.Where(reply => reply.Status == 200).ToList();
            Assert.True(won.Count <= 1);
            Assert.All(replies.Except(won), reply => Assert.Equal(401, reply.Status));
            foreach (var reply in won)
            {
                Assert.Equal(401, (await SendAsync(HttpMethod.Post, "/security/refresh?token=" + reply.Json.GetProperty("refreshToken").GetString(), null)).Status);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("../../etc/passwd")]
    public async Task A_refresh_token_that_is_none_is_refused_as_a_used_one_is(string token)
    {
        var first = (await SendAsync(HttpMethod.Post, "/security/token", null)).Json.GetProperty("refreshToken").GetString();
        Assert.Equal(200, (await SendAsync(HttpMethod.Post, "/security/refresh?token=" + first, null)).Status);
        var used = Answer(await SendAsync(HttpMethod.Post, "/security/refresh?token=" + first, null));
        foreach (var wrong in new[] { token + "y", new string('r', 1000), first + "A", first![..^1] })
        {
            Assert.Equal(used, Answer(await SendAsync(HttpMethod.Post, "/security/refresh?token=" + wrong, null)));
        }
    }

    [Fact]
    public async Task Users_of_one_name_are_others_by_their_scheme_and_their_issuer()
    {
        var keys = await KeysAsync();
        var login = CookieOf(await SendAsync(HttpMethod.Post, "/security/login", null), "__Host-session");
        (string Name, (string Name, string Value)[] Headers)[] callers =
        [
            ("a token", [Bearer(TokenOf(keys, "ada"))]),
            ("a token of the partner", [Bearer(TestTokens.Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{TestTokens.Issuer}}/partner","aud":"{{TestTokens.Audience}}","sub":"ada","exp":{{Clock().Seconds + 60}}}"""))]),
            ("a key", [("X-Api-Key", (await GetAsync("/security/keys")).Json.GetProperty("apiKeyOfAda").GetString()!)]),
            ("a password", [("Authorization", "Basic " + Base64("ada:correct: horse")), Secure]),
            ("a cookie", [("Cookie", login)]),
        ];
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var answers = new Dictionary<string, string>();
        foreach (var (name, headers) in callers)
        {
            var first = await SendAsync(HttpMethod.Post, "/security/caller/pay", null, [key, .. headers]);
            Assert.True(first.Status == 200 && !first.Headers.Contains("Idempotency-Replayed"), name);
            Assert.StartsWith("ada ", first.Body, StringComparison.Ordinal);
            answers[name] = first.Body;
            (await GetAsync("/security/caller/limited", headers)).Is(200, "ada");
        }

        // Five payments, and each caller's own again.
        Assert.Equal(callers.Length, answers.Values.Distinct().Count());
        foreach (var (name, headers) in callers)
        {
            var again = (await SendAsync(HttpMethod.Post, "/security/caller/pay", null, [key, .. headers])).Is(200, answers[name]);
            Assert.True(again.Headers.Contains("Idempotency-Replayed"), name);
            (await GetAsync("/security/caller/limited", headers)).IsProblem(429);
        }
    }

    [Fact]
    public async Task A_payment_that_still_runs_is_not_made_twice_and_another_may_make_its_own()
    {
        var keys = await KeysAsync();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var slow = SendAsync(HttpMethod.Post, "/security/caller/slow", null, key, Bearer(TokenOf(keys, "u1")));
        await RunningAsync(1);
        foreach (var status in new[] { 409, 409 })
        {
            (await SendAsync(HttpMethod.Post, "/security/caller/slow", null, key, Bearer(TokenOf(keys, "u1")))).IsProblem(status);
        }

        var others = SendAsync(HttpMethod.Post, "/security/caller/slow", null, key, Bearer(TokenOf(keys, "u2")));
        await RunningAsync(2);
        await SendAsync(HttpMethod.Post, "/security/caller/release", null);
        Assert.Equal(["paid 0", "paid 1"], new[] { (await slow).Body, (await others).Body }.Order());
        await RunningAsync(0);
    }

    [Fact]
    public async Task A_thief_who_hangs_up_while_the_login_is_being_ended_ends_it_all_the_same()
    {
        var first = (await SendAsync(HttpMethod.Post, "/security/token", null)).Json.GetProperty("refreshToken").GetString();
        var current = (await SendAsync(HttpMethod.Post, "/security/refresh?token=" + first, null)).Json.GetProperty("refreshToken").GetString();
        await SendAsync(HttpMethod.Post, "/diagnostics/revocations/hold", null);
        try
        {
            await using var thief = await RawConnection.OpenAsync(BaseAddress);
            await thief.SendAsync($"POST /security/refresh?token={first} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
            await RevocationsAsync((1, 0));
            thief.Vanish();
            await RevocationsAsync((1, 1));
        }
        finally
        {
            await SendAsync(HttpMethod.Post, "/diagnostics/revocations/let-go", null);
        }

        await RevocationsAsync((0, 1));
        Assert.Equal(401, (await SendAsync(HttpMethod.Post, "/security/refresh?token=" + current, null)).Status);
    }

    // Asks until the server has come so far.
    private async Task RevocationsAsync((int, int) expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        (int, int) state;
        do
        {
            timeout.Token.ThrowIfCancellationRequested();
            var json = (await GetAsync("/diagnostics/revocations")).Json;
            state = (json.GetProperty("revoking").GetInt32(), json.GetProperty("hungUp").GetInt32());
        }
        while (state != expected);
    }

    private async Task RunningAsync(int expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await GetAsync("/security/caller/running")).Json.GetInt32() != expected)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    private Task<Reply> PayAsync(string id, params (string, string)[] headers) =>
        SendAsync(HttpMethod.Post, $"/security/documents/{id}/pay", new StringContent("", Encoding.UTF8, "text/plain"), headers);
}
