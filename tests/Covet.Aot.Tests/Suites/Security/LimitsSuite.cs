using System.Globalization;
using Covet.Runtime.Tests.Security;

namespace Covet.Aot.Tests;

/// <summary>Covet's limits by user, key, address and route, of size, time and number; and its request log.</summary>
public abstract class LimitsSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task A_limit_by_user_counts_each_user_apart_and_no_key_of_the_same_name()
    {
        var keys = await KeysAsync();
        var (user, other) = (Guid.NewGuid().ToString(), "ci");
        foreach (var left in new[] { 1, 0 })
        {
            var reply = (await GetAsync("/security/limits/user", Bearer(TokenOf(keys, user)))).Is(200, user);
            Assert.StartsWith($"\"user\";r={left};t=", reply.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }

        IsRefused(await GetAsync("/security/limits/user", Bearer(TokenOf(keys, user))), "\"user\";q=2;w=3600");
        (await GetAsync("/security/limits/user", Bearer(TokenOf(keys, other)))).Is(200, other);
        (await GetAsync("/security/limits/user", Bearer(TokenOf(keys, other)))).Is(200, other);
        (await GetAsync("/security/limits/user", Bearer(TokenOf(keys, other)))).IsProblem(429);
        (await GetAsync("/security/limits/user", await KeyAsync("apiKey"))).Is(200, "ci");
    }

    [Fact]
    public async Task A_limit_by_key_counts_each_key_apart()
    {
        var (key, other) = (await KeyAsync("apiKey"), await KeyAsync("otherApiKey"));
        (await GetAsync("/security/limits/api-key", key)).Is(200, "ci");
        (await GetAsync("/security/limits/api-key", key)).Is(200, "ci");
        IsRefused(await GetAsync("/security/limits/api-key", key), "\"api-key\";q=2;w=3600");
        (await GetAsync("/security/limits/api-key", other)).Is(200, "other");

        // Who is nobody is refused before the limit, and uses up nothing of anybody's.
        var nobody = (await GetAsync("/security/limits/api-key", ("X-Api-Key", "x"))).IsProblem(401);
        Assert.False(nobody.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task A_limit_by_address_counts_a_network_of_IPv6_as_one()
    {
        foreach (var address in new[] { "9.9.9.1", "9.9.9.1", "9.9.9.2", "2001:db8::1", "2001:db8::2", "2001:db8:0:1::1" })
        {
            (await GetAsync("/security/limits/ip", ("X-Forwarded-For", address))).Is(200, "ip");
        }

        foreach (var address in new[] { "9.9.9.1", "::ffff:9.9.9.1", "2001:db8::3", "9.9.9.9, 9.9.9.1" })
        {
            IsRefused(await GetAsync("/security/limits/ip", ("X-Forwarded-For", address)), "\"ip\";q=2;w=3600");
        }
    }

    [Fact]
    public async Task A_limit_by_route_counts_all_callers_together_and_its_refusals_are_logged()
    {
        (await GetAsync("/security/limits/route", ("X-Forwarded-For", "9.9.9.3"))).Is(200, "route");
        (await GetAsync("/security/limits/route", ("X-Forwarded-For", "9.9.9.4"))).Is(200, "route");
        await TakeLogAsync();
        IsRefused(await GetAsync("/security/limits/route?token=s3cret", ("X-Forwarded-For", "9.9.9.5")), "\"route\";q=2;w=3600");
        var line = Assert.Single(await TakeLogAsync());
        Assert.StartsWith("Covet.Refusals|Information|GET /security/limits/route was refused: the rate limit \"route\";q=2;w=3600 by route is used up.|", line, StringComparison.Ordinal);
        Assert.Contains("|Method=GET;Route=/security/limits/route;Policy=\"route\";q=2;w=3600;By=route;", line, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", line, StringComparison.Ordinal);
        Assert.DoesNotContain("9.9.9.5", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_too_many_at_once_is_refused_until_another_is_done()
    {
        var held = new[] { await HoldAsync(1), await HoldAsync(2) };
        await TakeLogAsync();
        var refused = (await GetAsync("/security/limits/held")).IsProblem(503);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        Assert.False(refused.Headers.Contains("RateLimit") || refused.Headers.Contains("RateLimit-Policy"));
        Assert.StartsWith("Covet.Refusals|Information|GET /security/limits/held was refused: 2 run already, counted by route.|", Assert.Single(await TakeLogAsync()), StringComparison.Ordinal);
        await ReleaseAsync();
        foreach (var reply in await Task.WhenAll(held))
        {
            reply.Is(200, "held");
        }

        await RunningAsync(0);
        var (one, other) = (await KeyAsync("apiKey"), await KeyAsync("otherApiKey"));
        var (first, second) = (GetAsync("/security/limits/held-by-key", one), GetAsync("/security/limits/held-by-key", other));
        await RunningAsync(2);
        Assert.Equal("1", (await GetAsync("/security/limits/held-by-key", one)).IsProblem(429).Headers.GetValues("Retry-After").Single());
        await ReleaseAsync();
        (await first).Is(200, "held");
        (await second).Is(200, "held");
        await RunningAsync(0);
    }

    [Fact]
    public async Task A_caller_who_vanishes_frees_its_place()
    {
        await using (var connection = await RawConnection.OpenAsync(BaseAddress))
        {
            await connection.SendAsync("GET /security/limits/held HTTP/1.1\r\nHost: x\r\n\r\n");
            await RunningAsync(1);
            connection.Vanish();
        }

        await ReleaseAsync();
        await RunningAsync(0);
        var held = new[] { await HoldAsync(1), await HoldAsync(2) };
        await ReleaseAsync();
        Assert.All(await Task.WhenAll(held), reply => reply.Is(200, "held"));
        await RunningAsync(0);
    }

    [Fact]
    public async Task A_call_past_its_time_is_cancelled_and_answered_504_without_ASP_NET_Cores_middleware() =>
        (await GetAsync("/security/limits/slow")).IsProblem(504);

    [Theory]
    [InlineData("POST", "Content-Length: 101", 101, 413)]
    [InlineData("POST", "Content-Length: 20000", 20000, 413)]
    [InlineData("GET", "Content-Length: 101", 101, 413)]
    [InlineData("GET", "Content-Length: 100", 100, 200)]
    public async Task A_body_that_says_it_is_too_large_is_413_before_it_is_read(string method, string length, int sent, int status)
    {
        var answer = await RawAsync($"{method} /security/limits/small HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n{length}\r\n\r\n{new string(' ', sent)}");
        Assert.Equal(status, StatusOf(answer));
    }

    [Theory]
    [InlineData("POST", 50, 400)]
    [InlineData("POST", 120, 413)]
    [InlineData("GET", 50, 200)]
    [InlineData("GET", 120, 413)]
    public async Task A_body_that_hides_its_size_is_cut_off_at_the_limit(string method, int size, int status)
    {
        var chunk = new string(' ', size / 2);
        var length = chunk.Length.ToString("x", CultureInfo.InvariantCulture);
        var answer = await RawAsync($"{method} /security/limits/small HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{length}\r\n{chunk}\r\n{length}\r\n{chunk}\r\n0\r\n\r\n");
        Assert.Equal(status, StatusOf(answer));
        Assert.Equal(status == 200 ? 0 : 1, answer.Split("application/problem+json").Length - 1);
    }

    [Theory]
    [InlineData("larger", 101, 200)]
    [InlineData("larger", 1001, 413)]
    [InlineData("unlimited", 5000, 200)]
    [InlineData("none", 5000, 200)]
    [InlineData("smaller", 101, 413)]
    public async Task Of_two_endpoints_that_are_selected_for_one_request_the_seconds_limit_holds(string second, int size, int status)
    {
        var answer = await SendAsync(HttpMethod.Post, "/security/again/first/" + second, new ByteArrayContent(new byte[size]));
        if (status == 200)
        {
            answer.Is(200, size.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            answer.IsProblem(status);
        }
    }

    [Fact]
    public async Task A_form_is_cut_off_at_the_limit_also_where_middleware_reads_it_first()
    {
        var form = await GetAsync("/security/form", Secure);
        var cookie = CookieOf(form, "__Host-antiforgery");
        var fields = $"__RequestVerificationToken={form.Body}&name=";
        Assert.Equal(200, StatusOf(await PostChunkedAsync(fields + "ada", cookie)));
        Assert.Equal(413, StatusOf(await PostChunkedAsync(fields + new string('a', 2000), cookie)));

        // A body that says it is larger is not read for its token either: neither who has one nor who has none learns more than 413.
        await TakeLogAsync();
        foreach (var (body, own) in new[] { (fields + new string('a', 2000), cookie), (fields + new string('a', 2000), "a=b"), (new string('a', 100_000), cookie) })
        {
            var answer = await RawAsync(
                $"POST /security/limits/small-form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-Proto: https\r\nCookie: {own}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            Assert.Equal(413, StatusOf(answer));
            Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["POST /security/limits/small-form was refused: a body of ", "POST /security/limits/small-form was refused: a body of ", "POST /security/limits/small-form was refused: a body of "],
            (await TakeLogAsync()).Select(line => line.Split('|')[2][.."POST /security/limits/small-form was refused: a body of ".Length]));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "Content-Length: 50000000")]
    [InlineData("multipart/form-data; boundary=b", "Content-Length: 1001")]
    [InlineData("multipart/form-data; boundary=b", "Content-Length: 50000000")]
    public async Task A_form_that_says_it_is_too_large_is_refused_before_a_byte_of_it_came(string type, string length)
    {
        var form = await GetAsync("/security/form", Secure);
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync(
            $"POST /security/limits/small-form HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nCookie: {CookieOf(form, "__Host-antiforgery")}\r\nContent-Type: {type}\r\n{length}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadHeadAsync(), StringComparison.Ordinal);
        connection.Vanish();
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n")]
    [InlineData("application/x-www-form-urlencoded", "name=")]
    public async Task A_form_that_hides_its_size_is_413_whoever_reads_it(string type, string start)
    {
        var form = await GetAsync("/security/form", Secure);
        var body = start + new string('a', 1000);
        foreach (var cookie in new[] { CookieOf(form, "__Host-antiforgery"), "a=b" })
        {
            var answer = await RawAsync(
                $"POST /security/limits/small-form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-Proto: https\r\nCookie: {cookie}\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n");
            Assert.Equal(413, StatusOf(answer));
        }
    }

    [Fact]
    public async Task A_form_with_more_than_forms_may_hold_is_413_also_where_its_token_is_looked_for()
    {
        var form = await GetAsync("/security/form", Secure);
        var fields = string.Join('&', Enumerable.Range(0, 1100).Select(i => $"f{i}=x"));
        var content = new StringContent(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        (await SendAsync(HttpMethod.Post, "/security/form", content, ("Cookie", CookieOf(form, "__Host-antiforgery")), Secure)).IsProblem(413);
    }

    [Fact]
    public async Task A_request_is_logged_by_its_template_with_named_values_and_no_secrets()
    {
        await TakeLogAsync();
        await GetAsync("/security/limits/logged/ada@example.org?page=2&token=s3cret&other=x", ("X-Trace", "abc"), ("Authorization", "Bearer s3cret"), ("Cookie", "a=s3cret"));
        var parts = Assert.Single(await TakeLogAsync()).Split('|');
        Assert.Equal(("Covet.Requests", "Information"), (parts[0], parts[1]));
        Assert.StartsWith("GET /security/limits/logged/{id} answered 200 in ", parts[2], StringComparison.Ordinal);
        Assert.EndsWith(" ms, page=2, token=[redacted], X-Trace=abc, Authorization=[redacted], Cookie=[redacted].", parts[2], StringComparison.Ordinal);
        foreach (var value in new[] { "Method=GET;", "Route=/security/limits/logged/{id};", "StatusCode=200;", "Milliseconds=" })
        {
            Assert.Contains(value, parts[3], StringComparison.Ordinal);
        }

        Assert.DoesNotContain(parts, part => part.Contains("ada", StringComparison.Ordinal) || part.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_a_caller_writes_begins_a_line_of_the_log_or_turns_one_around()
    {
        await TakeLogAsync();
        await GetAsync("/security/limits/logged/a%0Ab?page=1%0A%0D%09%1B%5B2J%E2%80%A8%E2%80%AE%C2%85forged", ("X-Trace", "a\tb"));
        Assert.EndsWith(", page=1????[2J???forged, X-Trace=a?b.", Assert.Single(await TakeLogAsync()).Split('|')[2], StringComparison.Ordinal);

        // A line feed in a header is no header at all.
        Assert.Equal(400, StatusOf(await RawGetAsync("/security/limits/logged/x", "X-Trace: a\nGET /forged answered 200")));
        Assert.Empty(await TakeLogAsync());

        await GetAsync("/security/limits/logged/%0Aforged%E2%80%A8fail");
        Assert.Contains("/?forged?fail failed", Assert.Single(await TakeErrorsAsync(), e => e.Contains(" failed (trace ", StringComparison.Ordinal)), StringComparison.Ordinal);
        var log = await TakeLogAsync();
        Assert.Contains(log, line => line.StartsWith("Covet.Requests|Error|GET /security/limits/logged/{id} answered 500 in ", StringComparison.Ordinal));
    }

    private static void IsRefused(Reply reply, string policy)
    {
        reply.IsProblem(429);
        Assert.Equal(policy, reply.Headers.GetValues("RateLimit-Policy").Single());
        Assert.StartsWith($"{policy.Split(';')[0]};r=0;t=", reply.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.InRange(reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 7200);
    }

    private async Task<(string, string)> KeyAsync(string name) => ("X-Api-Key", (await GetAsync("/security/keys")).Json.GetProperty(name).GetString()!);

    private Task<string> PostChunkedAsync(string body, string cookie) => RawAsync(
        $"POST /security/limits/small-form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-Proto: https\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n");

    // A call that is held when it returns. One that has just ended may still have its place for a moment: then it is made again.
    private async Task<Task<Reply>> HoldAsync(int expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var held = GetAsync("/security/limits/held");
            while (!held.IsCompleted)
            {
                timeout.Token.ThrowIfCancellationRequested();
                if ((await GetAsync("/security/limits/running")).Json.GetInt32() == expected)
                {
                    return held;
                }
            }

            (await held).IsProblem(503);
        }
    }

    private Task<Reply> ReleaseAsync() => SendAsync(HttpMethod.Post, "/security/limits/release", null);

    // Asks until so many run, which they do as soon as the server has read them.
    private async Task RunningAsync(int expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await GetAsync("/security/limits/running")).Json.GetInt32() != expected)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }
}
