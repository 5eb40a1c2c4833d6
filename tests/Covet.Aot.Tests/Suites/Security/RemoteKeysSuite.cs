using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

/// <summary>Tokens whose keys an issuer publishes, and what strangers can make the server do with that.</summary>
public abstract class RemoteKeysSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task Invented_kids_start_no_stampede_and_an_issuer_that_fails_changes_no_answer()
    {
        var keys = await KeysAsync();
        var signer = JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS256);
        await LaterAsync(61);
        (await GetAsync("/security/remote", Bearer(Token(signer, "first")))).Is(200, "u1");
        await InventAsync(signer, 1);
        var fetched = await FetchesAsync();

        // Within the minute nobody can make the server ask again, after it one can once, however many there are at once.
        var answers = await InventAsync(signer, 100);
        Assert.Equal(fetched, await FetchesAsync());
        await LaterAsync(61);
        answers.UnionWith(await InventAsync(signer, 100));
        Assert.Equal(fetched + 1, await FetchesAsync());
        foreach (var kind in new[] { "error", "nonsense", "broken", "huge", "redirect", "impostor" })
        {
            await LaterAsync(61, "first", kind);
            answers.UnionWith(await InventAsync(signer, 10));
            (await GetAsync("/security/remote", Bearer(Token(signer, "first")))).Is(200, "u1");
            fetched++;
            Assert.Equal(fetched + 1, await FetchesAsync());
        }

        Assert.StartsWith("401\n", Assert.Single(answers), StringComparison.Ordinal);

        // The issuer's new key is known with the first token that names it, and its old one then no more.
        await LaterAsync(61, "second");
        (await GetAsync("/security/remote", Bearer(Token(signer, "second")))).Is(200, "u1");
        (await GetAsync("/security/remote", Bearer(Token(signer, "first")))).IsProblem(401);
        await LaterAsync(61);
        (await GetAsync("/security/remote", Bearer(Token(signer, "first")))).Is(200, "u1");
    }

    [Fact]
    public async Task A_published_key_verifies_and_never_becomes_a_secret()
    {
        var keys = await KeysAsync();
        await LaterAsync(61);
        var expected = Answer(await GetAsync("/security/remote", Bearer("x.y.z")));
        foreach (var token in new[]
        {
            // The set has this very secret beside the public key.
            TestTokens.Sign(keys.Hmac, """{"alg":"HS256","kid":"hmac"}""", Claims()),
            TestTokens.Sign(JwtKey.FromSecret(keys.Rsa.ExportSubjectPublicKeyInfo()), """{"alg":"HS256","kid":"first"}""", Claims()),
            TestTokens.Sign(JwtKey.FromSecret(keys.Rsa.ExportSubjectPublicKeyInfo()), """{"alg":"HS256"}""", Claims()),
            TestTokens.Sign(JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS256), """{"alg":"RS256","kid":"first","jku":"https://evil.test/keys"}""", Claims()),
            TestTokens.Sign(JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS256), """{"alg":"RS256","kid":"../first"}""", Claims()),
        })
        {
            Assert.Equal(expected, Answer(await GetAsync("/security/remote", Bearer(token))));
        }
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("silent-keys")]
    [InlineData("silent-body")]
    public async Task An_issuer_that_falls_silent_holds_up_who_needs_it_for_ten_seconds_and_nobody_else(string kind)
    {
        var keys = await KeysAsync();
        var signer = JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS256);
        var known = Bearer(Token(signer, "first"));
        try
        {
            await LaterAsync(61);
            (await GetAsync("/security/remote", known)).Is(200, "u1");
            var (fetched, silences) = (await FetchesAsync(), await SilencesAsync());
            await LaterAsync(61, "first", kind);
            var waiting = Enumerable.Range(0, 20).Select(_ => InventAsync(signer, 1)).ToList();
            await UntilAsync(SilencesAsync, silences + 1);
            (await GetAsync("/security/remote", known)).Is(200, "u1");
            await LaterAsync(9, "first", kind);
            (await GetAsync("/security/remote", known)).Is(200, "u1");
            Assert.DoesNotContain(waiting, static task => task.IsCompleted);

            // All of them were waiting for one answer; nobody asks again within the minute, and who comes then waits no more.
            await LaterAsync(1, "first", kind);
            var answers = (await Task.WhenAll(waiting)).SelectMany(answer => answer).ToHashSet();
            answers.UnionWith(await InventAsync(signer, 10));
            Assert.StartsWith("401\n", Assert.Single(answers), StringComparison.Ordinal);
            Assert.Equal(fetched + 1, await FetchesAsync());

            // Keys that have grown old are asked for behind the back of the callers.
            await LaterAsync(3601, "first", kind);
            (await GetAsync("/security/remote", known)).Is(200, "u1");
            await UntilAsync(SilencesAsync, silences + 2);
            (await GetAsync("/security/remote", known)).Is(200, "u1");
        }
        finally
        {
            await LaterAsync(10);
        }

        await LaterAsync(61, "second");
        (await GetAsync("/security/remote", Bearer(Token(signer, "second")))).Is(200, "u1");
        await LaterAsync(61);
        (await GetAsync("/security/remote", known)).Is(200, "u1");
    }

    [Fact]
    public async Task An_issuer_that_accepts_a_connection_and_says_nothing_is_given_up_after_ten_seconds()
    {
        var keys = await KeysAsync();
        var known = Bearer(TestTokens.Sign(keys.Hmac, """{"alg":"HS256","kid":"hmac"}""", Claims()));
        var (asked, later) = (await SilentAskedAsync(), "/security/remote/silent/later?seconds=");
        await SendAsync(HttpMethod.Post, later + 61, null);
        var invented = Bearer(TestTokens.Sign(keys.Hmac, """{"alg":"HS256","kid":"other"}""", Claims()));
        var waiting = GetAsync("/security/remote/silent", invented);
        await UntilAsync(SilentAskedAsync, asked + 1);
        (await GetAsync("/security/remote/silent", known)).Is(200, "u1");
        Assert.False(waiting.IsCompleted);
        await SendAsync(HttpMethod.Post, later + 10, null);
        (await waiting).IsProblem(401);
        (await GetAsync("/security/remote/silent", invented)).IsProblem(401);
        Assert.Equal(asked + 1, await SilentAskedAsync());
    }

    [Fact]
    public async Task An_algorithm_off_the_list_is_refused_though_there_is_a_key_for_it()
    {
        var keys = await KeysAsync();
        (await GetAsync("/security/remote/elliptic", Bearer(TestTokens.Sign(JwtKey.FromECDsa(keys.Ec, JwtAlgorithm.ES256), """{"alg":"ES256","kid":"ec"}""", Claims())))).Is(200, "u1");
        (await GetAsync("/security/remote/elliptic", Bearer(TestTokens.Sign(keys.Hmac, """{"alg":"HS256","kid":"hmac"}""", Claims())))).IsProblem(401);
    }

    // The application's clock was turned on: the token must be valid on both.
    private static string Claims() => $$"""{"iss":"{{TestTokens.Issuer}}","aud":"{{TestTokens.Audience}}","sub":"u1","exp":{{Clock().Seconds + 1_000_000}}}""";

    private static string Token(JwtKey signer, string keyId) =>
        TestTokens.Sign(signer, $$"""{"alg":"RS256","kid":"{{keyId}}"}""", Claims());

    private async Task<HashSet<string>> InventAsync(JwtKey signer, int count) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => GetAsync("/security/remote", Bearer(Token(signer, Guid.NewGuid().ToString())))))).Select(Answer)];

    private Task<Reply> LaterAsync(int seconds, string keyId = "first", string kind = "well") =>
        SendAsync(HttpMethod.Post, $"/security/remote/later?seconds={seconds}&keyId={keyId}&kind={kind}", null);

    // Asks until the server has come so far.
    private static async Task UntilAsync(Func<Task<int>> count, int expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await count() != expected)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> SilencesAsync() => (await GetAsync("/security/remote/silences")).Json.GetInt32();

    private async Task<int> SilentAskedAsync() => (await GetAsync("/security/remote/silent/asked")).Json.GetInt32();

    private async Task<int> FetchesAsync() => (await GetAsync("/security/remote/fetches")).Json.GetInt32();
}
