using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

public abstract class SecuritySuite(HttpHost host) : SecurityRequests(host)
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
            answers.Add(Answer(reply));
        }

        var answer = Assert.Single(answers);
        Assert.Contains("\nWWW-Authenticate: Bearer error=\"invalid_token\"\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("error_description", answer, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", 200)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw", 200)]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q", 200)]
    [InlineData("eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.", 401)]
    [InlineData("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg", 401)]
    public async Task The_vectors_of_RFC_7515_appendix_A_pass_but_for_the_unsecured_one_and_that_of_RFC_8037(string token, int status)
    {
        var reply = await GetAsync("/security/vector", ("Authorization", "Bearer " + token));
        Assert.Equal((status, status == 200 ? "joetrue" : reply.Body), (reply.Status, reply.Body));

        // The last character of two of the signatures has spare bits; the one before has none.
        var changed = token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1];
        Assert.Equal(401, (await GetAsync("/security/vector", ("Authorization", "Bearer " + changed))).Status);
    }

    [Fact]
    public async Task Weak_keys_are_never_taken() =>
        (await GetAsync("/security/weak-keys")).Is(200, "[" + string.Join(",", Enumerable.Repeat("\"refused\"", 9)) + "]");

    [Fact]
    public async Task Basic_is_for_TLS_alone()
    {
        var right = ("Authorization", "Basic " + Convert.ToBase64String("ada:correct: horse"u8));
        var secure = ("X-Forwarded-Proto", "https");
        (await GetAsync("/security/basic", right, secure)).Is(200, "ada");
        (await GetAsync("/security/basic", right)).IsProblem(403);
        foreach (var wrong in new[] { "ada:wrong", "eve:correct: horse", "ada", ":", "" })
        {
            var reply = (await GetAsync("/security/basic", ("Authorization", "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(wrong))), secure)).IsProblem(401);
            Assert.Equal("Basic realm=\"restricted\",charset=\"UTF-8\"", reply.Headers.GetValues("WWW-Authenticate").Single());
        }
    }

    [Fact]
    public async Task Every_scheme_that_was_asked_challenges()
    {
        var reply = (await GetAsync("/security/either")).IsProblem(401);
        Assert.Equal(["Bearer", "ApiKey"], reply.Headers.GetValues("WWW-Authenticate"));
    }

    [Theory]
    [InlineData(""","verified":"yes","roles":["clerk"]""", 200)]
    [InlineData(""","verified":"yes","roles":["manager","x"]""", 200)]
    [InlineData(""","verified":"no","roles":["clerk"]""", 403)]
    [InlineData(""","verified":"yes","roles":["Clerk"]""", 403)]
    [InlineData(""","verified":"yes" """, 403)]
    public async Task Claims_and_roles_are_asked_for_together(string claims, int status)
    {
        var reply = await BearerAsync(await KeysAsync(), "/security/claim", claims.TrimEnd());
        Assert.Equal(status, reply.Status);
        if (status == 403)
        {
            reply.IsProblem(403);
        }
    }

    [Theory]
    [InlineData("/security/scope", ""","scope":"orders:writer orders" """)]
    [InlineData("/security/scope", ""","scope":"Orders:Write" """)]
    [InlineData("/security/scope", ""","scope":"orders:write,mail" """)]
    [InlineData("/security/scope", ""","scope":"orders:write\tmail" """)]
    [InlineData("/security/scope", ""","Scope":"orders:write" """)]
    [InlineData("/security/scope", ""","scope":{"orders:write":true}""")]
    [InlineData("/security/permission", ""","permissions":"orders.cancel.all" """)]
    [InlineData("/security/permission", ""","permissions":["Orders.Cancel"]""")]
    [InlineData("/security/permission", ""","permissions":["orders.*"]""")]
    [InlineData("/security/permission", ""","roles":["Manager"]""")]
    [InlineData("/security/permission", ""","roles":"manager,clerk" """)]
    [InlineData("/security/permission", ""","role":"manager" """)]
    public async Task What_is_nearly_a_right_is_none(string path, string claims) =>
        (await BearerAsync(await KeysAsync(), path, claims.TrimEnd())).IsProblem(403);

    [Fact]
    public async Task A_token_of_every_algorithm_passes_by_its_own_key_and_under_no_other_name()
    {
        var json = (await GetAsync("/security/keys")).Json;
        System.Security.Cryptography.ECDsa Elliptic(string name)
        {
            var key = System.Security.Cryptography.ECDsa.Create();
            key.ImportFromPem(json.GetProperty(name).GetString());
            return key;
        }

        var keys = await KeysAsync();
        var signers = Enum.GetValues<JwtAlgorithm>().Where(algorithm => algorithm != default).ToDictionary(algorithm => algorithm, algorithm => algorithm switch
        {
            JwtAlgorithm.HS256 or JwtAlgorithm.HS384 or JwtAlgorithm.HS512 => JwtKey.FromBase64Secret(json.GetProperty("secret").GetString()!, algorithm),
            JwtAlgorithm.ES256 => JwtKey.FromECDsa(keys.Ec, algorithm),
            JwtAlgorithm.ES384 => JwtKey.FromECDsa(Elliptic("ec384Pem"), algorithm),
            JwtAlgorithm.ES512 => JwtKey.FromECDsa(Elliptic("ec521Pem"), algorithm),
            _ => JwtKey.FromRsa(keys.Rsa, algorithm),
        });
        Assert.Equal(12, signers.Count);
        var refused = new HashSet<string>();
        foreach (var (own, signer) in signers)
        {
            foreach (var name in signers.Keys)
            {
                foreach (var kid in signers.Keys)
                {
                    var reply = await GetAsync("/security/remote/every", Bearer(TestTokens.Sign(signer, $$"""{"alg":"{{name}}","kid":"{{kid}}"}""", TestTokens.Claims(Clock()))));
                    if (own == name && own == kid)
                    {
                        reply.Is(200, "u1");
                    }
                    else
                    {
                        Assert.True(reply.Status == 401, $"signed by {own}, said to be {name} by the key of {kid}");
                        refused.Add(Answer(reply));
                    }
                }
            }
        }

        Assert.Single(refused);
    }

    [Fact]
    public async Task No_changed_character_of_a_token_passes()
    {
        var keys = await KeysAsync();
        var refused = Answer((await GetAsync("/security/me", ("Authorization", "Bearer x.y.z"))).IsProblem(401));
        foreach (var (key, header) in new[]
        {
            (keys.Hmac, """{"alg":"HS256","kid":"hmac"}"""),
            (JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS256), """{"alg":"RS256","kid":"rsa"}"""),
            (JwtKey.FromECDsa(keys.Ec, JwtAlgorithm.ES256), """{"alg":"ES256","kid":"ec"}"""),
        })
        {
            var token = TestTokens.Sign(key, header, TestTokens.Claims(Clock(), ",\"roles\":[\"clerk\"]"));
            (await GetAsync("/security/me", ("Authorization", "Bearer " + token))).Is(200, "u1");

            // Each by its neighbour in the alphabet, which is the smallest change, and removed.
            for (var i = 0; i < token.Length; i++)
            {
                var changed = token[..i] + (token[i] is 'A' or '.' ? 'B' : (char)(token[i] ^ 1)) + token[(i + 1)..];
                Assert.True(refused == Answer(await GetAsync("/security/me", ("Authorization", "Bearer " + changed))), $"changed at {i}: {token}");
                Assert.True(refused == Answer(await GetAsync("/security/me", ("Authorization", "Bearer " + token.Remove(i, 1)))), $"removed at {i}: {token}");
            }
        }
    }

    [Fact]
    public async Task The_permissions_that_the_application_uses_are_known() =>
        (await GetAsync("/security/permissions")).Is(200, """["orders.cancel"]""");

    [Theory]
    [InlineData("/orders?page=2", "/orders?page=2")]
    [InlineData("//evil.test", "/home")]
    [InlineData("https://evil.test/", "/home")]
    [InlineData("/\\evil.test", "/home")]
    [InlineData("/\t/evil.test", "/home")]
    public async Task A_redirect_stays_on_the_site(string to, string expected)
    {
        var reply = await GetAsync("/security/go?to=" + Uri.EscapeDataString(to));
        Assert.Equal((302, expected), (reply.Status, reply.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_host_that_is_not_ours_is_refused_also_behind_a_proxy()
    {
        Assert.Equal(400, (await GetAsync("/security/who", ("Host", "evil.test"))).Status);
        (await GetAsync("/security/who", ("Host", "localhost"))).Is(200, "127.0.0.1 http localhost");
        (await GetAsync("/security/who", ("Host", "localhost"), ("X-Forwarded-Host", "evil.test"))).Is(200, "127.0.0.1 http localhost");
    }

    [Fact]
    public async Task Forwarded_headers_are_believed_from_known_proxies_alone()
    {
        (string, string)[] forwarded = [("X-Forwarded-For", "9.9.9.9"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "x")];
        (await GetAsync("/security/who", forwarded)).Is(200, "9.9.9.9 https x");
        (await GetAsync("/wary/who", forwarded)).Is(200, "127.0.0.1 http 127.0.0.1");
    }

    [Fact]
    public async Task A_preflight_is_answered_for_the_method_that_it_asks_for_and_no_other()
    {
        foreach (var (origin, method, allowed) in new[] { ("https://friend.example", "PUT", true), ("https://stranger.example", "PUT", false), ("https://friend.example", "DELETE", false) })
        {
            var reply = await SendAsync(HttpMethod.Options, "/middleware/cors", null, ("Origin", origin), ("Access-Control-Request-Method", method));
            Assert.True(allowed == reply.Headers.Contains("Access-Control-Allow-Origin"), origin + method);
        }
    }

    [Fact]
    public async Task Every_algorithm_says_what_is_left_and_when_to_come_again()
    {
        foreach (var path in new[] { "fixed", "bucket" })
        {
            var first = (await GetAsync("/security/" + path)).Is(200, path);
            Assert.Equal($"\"{path}\";q=1;w=3600", first.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith($"\"{path}\";r=0;t=", first.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
            var refused = (await GetAsync("/security/" + path)).IsProblem(429);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);
            Assert.StartsWith($"\"{path}\";r=0;t=", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answers_have_strict_headers()
    {
        var reply = await GetAsync("/security/me");
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
        {
            Assert.Equal(value, reply.Headers.GetValues(name).Single());
        }

        Assert.Contains("camera=()", reply.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        var nonce = await GetAsync("/security/nonce", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "x"));
        Assert.Contains($"script-src 'self' 'nonce-{nonce.Body}'", nonce.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.StartsWith("max-age=", nonce.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

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
}
