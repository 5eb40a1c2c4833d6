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

    // The application's clock was turned on: the token must be valid on both.
    private static string Claims() => $$"""{"iss":"{{TestTokens.Issuer}}","aud":"{{TestTokens.Audience}}","sub":"u1","exp":{{Clock().Seconds + 1_000_000}}}""";

    private static string Token(JwtKey signer, string keyId) =>
        TestTokens.Sign(signer, $$"""{"alg":"RS256","kid":"{{keyId}}"}""", Claims());

    private async Task<HashSet<string>> InventAsync(JwtKey signer, int count) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => GetAsync("/security/remote", Bearer(Token(signer, Guid.NewGuid().ToString())))))).Select(Answer)];

    private Task<Reply> LaterAsync(int seconds, string keyId = "first", string kind = "well") =>
        SendAsync(HttpMethod.Post, $"/security/remote/later?seconds={seconds}&keyId={keyId}&kind={kind}", null);

    private async Task<int> FetchesAsync() => (await GetAsync("/security/remote/fetches")).Json.GetInt32();
}
