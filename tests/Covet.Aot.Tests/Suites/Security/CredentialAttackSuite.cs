using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

/// <summary>Credentials that were forged, cut, swapped or smuggled: each refused, and all of one kind with one and the same answer.</summary>
public abstract class CredentialAttackSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task Tokens_that_no_HTTP_client_would_send_are_refused()
    {
        var token = JwtAttacks.Valid(await KeysAsync(), Clock());
        Assert.Equal(200, StatusOf(await RawGetAsync("/security/me", $"Authorization: Bearer {token}")));
        var middle = token.Length / 2;
        var refused = new HashSet<string>();
        var malformed = new HashSet<string>();
        foreach (var headers in new[]
        {
            $"Authorization: Bearer {token}\r\nAuthorization: Bearer {token}",
            $"Authorization: Bearer {token}\r\nAuthorization: Bearer x",
            $"Authorization: Bearer x\r\nauthorization: Bearer {token}",
            $"Authorization: Basic {Base64("ada:correct: horse")}\r\nAuthorization: Bearer {token}",
            $"Authorization: Bearer {token}, Bearer {token}",
            $"Authorization: Bearer {token},{token}",
            $"Authorization: Bearer  {token}",
            $"Authorization: Bearer \t{token}",
            $"Authorization: Bearer {token.Insert(middle, "\t")}",
            $"Authorization: Bearer {token.Insert(middle, "\n")}",
            $"Authorization: Bearer {token.Insert(middle, "\r")}",
            $"Authorization: Bearer {token.Insert(middle, "\r\n")}",
            $"Authorization: Bearer {token.Insert(middle, "\r\n ")}",
            $"Authorization: Bearer {token.Insert(middle, "\r\n\t")}",
            $"Authorization: Bearer {token.Insert(middle, "\0")}",
            $"Authorization: Bearer {token}\0",
            $"Authorization: Bearer \0{token}",
            $"Authorization: Bearer {token.Insert(middle, "\u00e9")}",
            $"Authorization: Bearer {token.Insert(middle, "\u00ff")}",
            $"Authorization: Bearer {token.Insert(middle, "\v")}",
            $"Authorization: Bearer {token.Insert(middle, "\u007f")}",
            $"Authorization\0: Bearer {token}",
            $"Authorization : Bearer {token}",
            $"\r\nAuthorization: Bearer {token}",
            $" Authorization: Bearer {token}",
        })
        {
            var answer = await RawGetAsync("/security/me", headers);
            var status = StatusOf(answer);
            Assert.True(status is 400 or 401, $"{status} for {headers}");
            if (status == 400)
            {
                // Of the server's parser, or as nobody's where the token came too late to be a header.
                malformed.Add(Answer(answer));
            }
            else if (answer.Contains("invalid_token", StringComparison.Ordinal))
            {
                refused.Add(Answer(answer));
            }
            else
            {
                Assert.Contains("\r\nWWW-Authenticate: Bearer\r\n", answer, StringComparison.Ordinal);
            }
        }

        Assert.Single(refused);
        Assert.Single(malformed);
    }

    [Fact]
    public async Task A_token_in_the_wrong_place_is_no_token()
    {
        var token = JwtAttacks.Valid(await KeysAsync(), Clock());
        var nobody = Answer(await GetAsync("/security/me"));
        Assert.Equal(nobody, Answer(await GetAsync("/security/me?access_token=" + token)));
        Assert.Equal(nobody, Answer(await GetAsync("/security/me", ("Cookie", "access_token=" + token))));
        Assert.Equal(nobody, Answer(await GetAsync("/security/me", ("Proxy-Authorization", "Bearer " + token))));
        Assert.Equal(nobody, Answer(await GetAsync("/security/me", ("X-Forwarded-Authorization", "Bearer " + token))));
        Assert.Equal(nobody, Answer(await GetAsync("/security/me", ("Authorization", "Bearer" + token))));
    }

    [Fact]
    public async Task Api_keys_that_are_none_get_one_and_the_same_answer()
    {
        var keys = (await GetAsync("/security/keys")).Json;
        var key = keys.GetProperty("apiKey").GetString()!;
        (await GetAsync("/security/api-key", ("X-Api-Key", key))).Is(200, "ci");
        var answers = new HashSet<string> { Answer((await GetAsync("/security/api-key")).IsProblem(401)) };
        foreach (var wrong in new[]
        {
            keys.GetProperty("expiredApiKey").GetString()!,
            ApiKeys.Hash(key),
            key[..^1],
            key[1..],
            key + "x",
            key + key,
            key.ToUpperInvariant(),
            key.Replace('_', '-'),
            "ci",
            "x",
            "*",
            "' OR 1=1 --",
            $"\"{key}\"",
            $"{key},{key}",
            $"Bearer {key}",
            new string('x', 512),
            new string('x', 513),
            new string('x', 20_000),
        })
        {
            answers.Add(Answer((await GetAsync("/security/api-key", ("X-Api-Key", wrong))).IsProblem(401)));
        }

        Assert.Single(answers);
        var raw = new HashSet<string>();
        foreach (var headers in new[] { $"X-Api-Key: {key}\r\nX-Api-Key: {key}", $"X-Api-Key: {key}\r\nx-api-key: x", "X-Api-Key:" })
        {
            var answer = await RawGetAsync("/security/api-key", headers);
            Assert.Equal(401, StatusOf(answer));
            raw.Add(Answer(answer));
        }

        Assert.Single(raw);
        foreach (var headers in new[] { $"X-Api-Key: {key}\u00ff", $"X-Api-Key: {key}\0", $"X-Api-Key: {key.Insert(5, "\n")}", $"X-Api-Key: {key.Insert(5, "\r\n ")}", $"X-Api-Key : {key}" })
        {
            Assert.Equal(400, StatusOf(await RawGetAsync("/security/api-key", headers)));
        }
    }

    [Fact]
    public async Task Basic_that_is_wrong_gets_one_and_the_same_answer_and_over_plain_HTTP_none_that_asks_for_it()
    {
        var right = "Basic " + Base64("ada:correct: horse");
        (await GetAsync("/security/basic", ("Authorization", right), Secure)).Is(200, "ada");
        string[] junk =
        [
            "Basic",
            "Basic !!!",
            "Basic /w==",
            "Basic " + Base64("ada:correct: horse").TrimEnd('=') + "-_",
            "Basic " + Base64("ada:correct: horse")[..^3],
            "Basic " + Base64("ada"),
            "Basic " + Base64(""),
            "Basic " + Base64(":"),
            "Basic " + Base64("ada:"),
            "Basic " + Base64(":correct: horse"),
            "Basic " + Base64("ada:wrong"),
            "Basic " + Base64("eve:correct: horse"),
            "Basic " + Base64("ada\0:correct: horse"),
            "Basic " + Base64("ada:correct: horse\0"),
            "Basic " + Base64("ada:correct: horse\n"),
            "Basic " + Base64("\ufeffada:correct: horse"),
            "Basic " + Base64("ada:" + new string('x', 1400)),
            "Basic " + Base64("ada:" + new string('x', 6000)),
            "Basic ada:correct: horse",
            "Digest " + Base64("ada:correct: horse"),
            right + ", " + right,
        ];
        var secure = new HashSet<string> { Answer((await GetAsync("/security/basic", Secure)).IsProblem(401)) };
        var plain = new HashSet<string> { Answer((await GetAsync("/security/basic")).IsProblem(403)) };
        foreach (var header in junk)
        {
            secure.Add(Answer((await GetAsync("/security/basic", ("Authorization", header), Secure)).IsProblem(401)));
        }

        foreach (var header in junk.Append(right))
        {
            plain.Add(Answer((await GetAsync("/security/basic", ("Authorization", header))).IsProblem(403)));
        }

        Assert.Contains("WWW-Authenticate: Basic realm=", Assert.Single(secure), StringComparison.Ordinal);
        Assert.DoesNotContain("WWW-Authenticate", Assert.Single(plain), StringComparison.Ordinal);
        Assert.Equal(401, StatusOf(await RawGetAsync("/security/basic", $"X-Forwarded-Proto: https\r\nAuthorization: {right}\r\nAuthorization: {right}")));
        Assert.Equal(400, StatusOf(await RawGetAsync("/security/basic", $"X-Forwarded-Proto: https\r\nAuthorization: {right}\0")));
    }

    [Fact]
    public async Task Refused_credentials_are_logged_and_nothing_of_them_is()
    {
        await TakeLogAsync();
        var token = TestTokens.Sign(TestTokens.Hmac, """{"alg":"HS256"}""", TestTokens.Claims(Clock(), ",\"marker\":\"s3cret-claim\""));
        await GetAsync("/security/me", Bearer(token));
        await GetAsync("/security/me", Bearer("s3cret-junk"));
        await GetAsync("/security/api-key", ("X-Api-Key", "s3cret-key"));
        await GetAsync("/security/api-key", ("X-Api-Key", new string('s', 600)));
        await GetAsync("/security/basic", ("Authorization", "Basic " + Base64("ada:s3cret-password")), Secure);
        await GetAsync("/security/basic", ("Authorization", "Basic s3cret-base64!"), Secure);
        await GetAsync("/security/basic", ("Authorization", "Basic " + Base64("ada:s3cret-password")));
        var log = await TakeLogAsync();
        Assert.Equal(
            [
                "Covet.CovetJwtBearerHandler|Information|Scheme Bearer refused a token: Signature.",
                "Covet.CovetJwtBearerHandler|Information|Scheme Bearer refused a token: Malformed.",
                "Covet.ApiKeyHandler|Information|Scheme ApiKey refused an API key.",
                "Covet.ApiKeyHandler|Information|Scheme ApiKey refused an API key.",
                "Covet.BasicHandler|Information|Scheme Basic refused a user and password.",
                "Covet.BasicHandler|Information|Scheme Basic refused a user and password.",
                "Covet.BasicHandler|Information|Scheme Basic refused a user and password.",
            ],
            log.Where(line => line.Contains("|Scheme ", StringComparison.Ordinal)).Select(line => string.Join('|', line.Split('|')[..3])));
        Assert.DoesNotContain(log, line => line.Contains("s3cret", StringComparison.Ordinal) || line.Contains(token[^20..], StringComparison.Ordinal) || line.Contains("ada", StringComparison.Ordinal));
    }
}
