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

    private Task<Reply> PayAsync(string id, params (string, string)[] headers) =>
        SendAsync(HttpMethod.Post, $"/security/documents/{id}/pay", new StringContent("", Encoding.UTF8, "text/plain"), headers);
}
