using System.Text.RegularExpressions;

namespace Covet.Aot.Tests;

/// <summary>Logging in at a provider that redeems a code once, for the client that proves it began the login (RFC 7636), and attacks on that.</summary>
public abstract partial class OAuthSuite(HttpHost host) : SecurityRequests(host)
{
    public static TheoryData<string> Schemes => ["oauth", "openid"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_user_logs_in_by_a_code_that_the_client_proves(string scheme)
    {
        var asked = await AskedAsync();
        var login = await BeginAsync(scheme);
        Assert.True(new[] { "response_type=code", "code_challenge_method=S256", "redirect_uri=https%3A%2F%2F127.0.0.1" }.All(login.Query.Contains), login.Query);
        var done = await FinishAsync(login);
        Assert.Equal((302, "/"), (done.Status, done.Headers.Location!.OriginalString));
        (await GetAsync("/security/cookie", ("Cookie", CookieOf(done, "__Host-session")))).Is(200, "grace");
        Assert.Equal(asked + 1, await AskedAsync());

        // The browser is told to forget the login's own cookie, so that the same answer cannot be used again.
        Assert.Contains(done.Headers.GetValues("Set-Cookie"), c => c.StartsWith(login.Correlation.Split('=')[0] + "=;", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Each_login_has_a_state_a_challenge_and_a_cookie_of_its_own(string scheme)
    {
        var (one, two) = (await BeginAsync(scheme), await BeginAsync(scheme));
        Assert.NotEqual(one.State, two.State);
        Assert.NotEqual(Challenge().Match(one.Query).Value, Challenge().Match(two.Query).Value);
        Assert.NotEqual(one.Correlation, two.Correlation);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task What_did_not_begin_here_or_was_answered_before_gets_one_and_the_same_answer(string scheme)
    {
        var used = await BeginAsync(scheme);
        Assert.Equal(302, (await FinishAsync(used)).Status);
        var victim = await BeginAsync(scheme);
        var attacker = await BeginAsync(scheme);
        var elsewhere = await BeginAsync(scheme == "oauth" ? "openid" : "oauth");

        // These never reach the provider.
        var asked = await AskedAsync();
        var answers = new Dictionary<string, Reply>
        {
            ["an answer without the login's cookie: a stolen or planted link"] = await CallbackAsync(scheme, $"code={victim.Code}&state={victim.State}", null),
            ["the login's cookie is another login's"] = await CallbackAsync(scheme, $"code={victim.Code}&state={victim.State}", attacker.Correlation),
            ["the state is another login's"] = await CallbackAsync(scheme, $"code={attacker.Code}&state={attacker.State}", victim.Correlation),
            ["the state is another scheme's"] = await CallbackAsync(scheme, $"code={victim.Code}&state={elsewhere.State}", elsewhere.Correlation),
            ["no state"] = await CallbackAsync(scheme, $"code={victim.Code}", victim.Correlation),
            ["an empty state"] = await CallbackAsync(scheme, $"code={victim.Code}&state=", victim.Correlation),
            ["a forged state"] = await CallbackAsync(scheme, $"code={victim.Code}&state=forged", victim.Correlation),
            ["a truncated state"] = await CallbackAsync(scheme, $"code={victim.Code}&state={victim.State[..^6]}", victim.Correlation),
            ["a changed state"] = await CallbackAsync(scheme, $"code={victim.Code}&state={Changed(victim.State)}", victim.Correlation),
            ["two states"] = await CallbackAsync(scheme, $"code={victim.Code}&state=forged&state={victim.State}", victim.Correlation),
            ["no code"] = await CallbackAsync(scheme, $"state={victim.State}", victim.Correlation),
            ["the user said no"] = await CallbackAsync(scheme, $"error=access_denied&error_description=%3Cscript%3E&state={victim.State}", victim.Correlation),
            ["an error of nobody's"] = await CallbackAsync(scheme, "error=server_error&error_description=leak", null),
            ["nothing"] = await CallbackAsync(scheme, "", null),
        };
        Assert.Equal(asked, await AskedAsync());

        // These are the provider's to refuse: it knows its codes, and who proved to have begun with which.
        answers["a code that was used"] = await CallbackAsync(scheme, $"code={used.Code}&state={used.State}", used.Correlation);
        answers["a code that is none"] = await CallbackAsync(scheme, $"code=invented&state={victim.State}", victim.Correlation);
        answers["the attacker's code in the victim's login"] = await CallbackAsync(scheme, $"code={attacker.Code}&state={victim.State}", victim.Correlation);
        Assert.Equal(asked + 3, await AskedAsync());

        foreach (var (what, reply) in answers)
        {
            Assert.True(reply.Status == 401, $"{what}: {reply.Status}");
            reply.IsProblem(401);
            Assert.False(reply.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("__Host-session=", StringComparison.Ordinal)), what);
        }

        var body = Assert.Single(answers.Values.Select(reply => TraceId().Replace(reply.Body, "")).Distinct());
        Assert.DoesNotContain("script", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_refuses_what_is_not_proved()
    {
        // The suite's own provider is no straw man: without a challenge, or by the plain method, it gives no code.
        foreach (var query in new[]
        {
            "response_type=code&client_id=client&redirect_uri=x",
            "response_type=code&client_id=client&redirect_uri=x&code_challenge_method=plain&code_challenge=" + new string('c', 43),
            "response_type=code&client_id=other&redirect_uri=x&code_challenge_method=S256&code_challenge=" + new string('c', 43),
        })
        {
            (await GetAsync("/security/provider/authorize?kind=good&" + query)).Is(200, "refused");
        }
    }

    [Fact]
    public async Task An_id_token_logs_in_where_everything_about_it_is_right()
    {
        foreach (var kind in new[] { "good", "two-audiences-and-party" })
        {
            var reply = await FinishAsync(await BeginAsync("openid", kind));
            Assert.Equal(302, reply.Status);
            (await GetAsync("/security/cookie", ("Cookie", CookieOf(reply, "__Host-session")))).Is(200, "grace");
        }
    }

    [Fact]
    public async Task An_id_token_with_anything_wrong_gets_one_and_the_same_answer()
    {
        var answers = new HashSet<string>();
        foreach (var kind in new[] { "missing", "unsigned", "other-signature", "other-issuer", "other-audience", "expired", "no-nonce", "other-nonce", "nobody", "other-party", "two-audiences", "access-token", "other-access-token" })
        {
            var reply = await FinishAsync(await BeginAsync("openid", kind));
            Assert.True(reply.Status == 401, kind);
            Assert.False(reply.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("__Host-session=", StringComparison.Ordinal)), kind);
            answers.Add(TraceId().Replace(reply.Body, ""));
        }

        Assert.Single(answers);
    }

    private static string Changed(string text) => text[..40] + (text[40] == 'A' ? 'B' : 'A') + text[41..];

    // From the application to the provider, where the user agrees.
    private async Task<Login> BeginAsync(string scheme, string kind = "good")
    {
        var start = await GetAsync("/security/" + scheme, Secure);
        Assert.Equal(302, start.Status);
        Assert.Equal("provider.test", start.Headers.Location!.Host);
        var query = start.Headers.Location.Query.TrimStart('?');
        var code = await GetAsync($"/security/provider/authorize?kind={kind}&{query}");
        Assert.NotEqual("refused", code.Body);
        return new Login(scheme, query, State().Match(query).Groups[1].Value, code.Body, start.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private Task<Reply> FinishAsync(Login login) => CallbackAsync(login.Scheme, $"code={login.Code}&state={login.State}", login.Correlation);

    private Task<Reply> CallbackAsync(string scheme, string query, string? cookie) =>
        GetAsync($"/security/{scheme}/callback?{query}", cookie is null ? [Secure] : [Secure, ("Cookie", cookie)]);

    private async Task<int> AskedAsync() => (await GetAsync("/security/provider/asked")).Json.GetInt32();

    [GeneratedRegex("[?&]?state=([^&]+)")]
    private static partial Regex State();

    [GeneratedRegex("code_challenge=[^&]+")]
    private static partial Regex Challenge();

    private sealed record Login(string Scheme, string Query, string State, string Code, string Correlation);
}
