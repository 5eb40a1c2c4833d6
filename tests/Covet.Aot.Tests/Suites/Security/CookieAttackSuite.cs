namespace Covet.Aot.Tests;

/// <summary>Cookies and form tokens that were changed, cut or put in another's place.</summary>
public abstract class CookieAttackSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task A_login_cookie_that_is_not_whole_and_in_its_place_is_nobodys()
    {
        var login = CookieOf(await SendAsync(HttpMethod.Post, "/security/login", null), "__Host-session");
        var state = CookieOf(await GetAsync("/security/session?name=ada"), "__Host-state");
        var form = CookieOf(await GetAsync("/security/form", Secure), "__Host-antiforgery");
        (await GetAsync("/security/cookie", ("Cookie", login))).Is(200, "ada");
        var answers = new HashSet<string> { Answer((await GetAsync("/security/cookie")).IsProblem(401)) };
        foreach (var cookie in Broken(login).Append("__Host-session=" + ValueOf(state)).Append("__Host-session=" + ValueOf(form)).Append("session=" + ValueOf(login)).Append("__Host-state=" + ValueOf(login)))
        {
            answers.Add(Answer((await GetAsync("/security/cookie", ("Cookie", cookie))).IsProblem(401)));
        }

        Assert.Single(answers);

        // A cookie that another site of the domain planted beside the right one changes nothing, or makes the caller nobody.
        var planted = await GetAsync("/security/cookie", ("Cookie", $"__Host-session={ValueOf(state)}; {login}"));
        Assert.True(planted.Status == 401 || planted.Body == "ada", planted.Body);
    }

    // ASP.NET Core parts a long cookie into chunks and says in the first how many there are: a number that callers may write too.
    [Theory]
    [InlineData("chunks-5")]
    [InlineData("chunks-0")]
    [InlineData("chunks--1")]
    [InlineData("chunks-2147483647")]
    [InlineData("chunks-9223372036854775807")]
    [InlineData("chunks-99999999999999999999")]
    [InlineData("chunks-")]
    [InlineData("chunks-x")]
    public async Task A_login_cookie_in_chunks_that_never_came_is_nobodys_and_ends_without_them(string value)
    {
        var nobody = Answer((await GetAsync("/security/cookie")).IsProblem(401));
        var login = ValueOf(CookieOf(await SendAsync(HttpMethod.Post, "/security/login", null), "__Host-session"));
        foreach (var rest in new[] { "", "; __Host-sessionC1=" + login[..20], "; __Host-sessionC2=" + login, "; __Host-sessionC1=; __Host-sessionC2=x" })
        {
            var cookie = ("Cookie", "__Host-session=" + value + rest);
            Assert.Equal(nobody, Answer((await GetAsync("/security/cookie", cookie)).IsProblem(401)));

            // A number of chunks is no number of answers: who logs in or out deletes those that came.
            foreach (var path in new[] { "/security/logout", "/security/login" })
            {
                var reply = await SendAsync(HttpMethod.Post, path, null, cookie);
                Assert.InRange(reply.Status, 200, 204);
                Assert.InRange(reply.Headers.GetValues("Set-Cookie").Count(), 1, 4);
            }
        }
    }

    [Fact]
    public async Task A_session_cookie_that_is_not_whole_and_in_its_place_begins_a_session_of_the_servers_choice()
    {
        var state = CookieOf(await GetAsync("/security/session?name=ada"), "__Host-state");
        var login = CookieOf(await SendAsync(HttpMethod.Post, "/security/login", null), "__Host-session");
        (await GetAsync("/security/session", ("Cookie", state))).Is(200, "ada");
        var names = new HashSet<string> { state };
        foreach (var cookie in Broken(state).Append("__Host-state=" + ValueOf(login)).Append("__Host-state=chosen-by-eve").Append("__Host-state=" + new string('A', 2000)))
        {
            (await GetAsync("/security/session", ("Cookie", cookie))).Is(200, "nobody");
            var begun = (await GetAsync("/security/session?name=eve", ("Cookie", cookie))).Is(200, "eve");
            Assert.True(names.Add(CookieOf(begun, "__Host-state")), cookie);
        }

        (await GetAsync("/security/session", ("Cookie", state))).Is(200, "ada");
    }

    [Fact]
    public async Task A_form_token_that_is_not_whole_in_its_place_and_its_users_gets_one_and_the_same_answer()
    {
        var form = await GetAsync("/security/form", Secure);
        var cookie = CookieOf(form, "__Host-antiforgery");
        var other = await GetAsync("/security/form", Secure);
        var anns = await GetAsync("/security/form", Secure, ("X-User", "ann"));
        var (ann, bob) = (("X-User", "ann"), ("X-User", "bob"));
        (await PostFormAsync(form.Body, cookie)).Is(200, "eve");
        (await PostFormAsync(anns.Body, CookieOf(anns, "__Host-antiforgery"), ann)).Is(200, "eve");

        await TakeLogAsync();
        var answers = new HashSet<string>
        {
            Answer((await PostFormAsync(null, cookie)).IsProblem(400)),
            Answer((await PostFormAsync(form.Body, null)).IsProblem(400)),
            Answer((await PostFormAsync(other.Body, cookie)).IsProblem(400)),
            Answer((await PostFormAsync(form.Body, CookieOf(other, "__Host-antiforgery"))).IsProblem(400)),
            Answer((await PostFormAsync(ValueOf(cookie), cookie)).IsProblem(400)),
            Answer((await PostFormAsync(form.Body, "__Host-antiforgery=" + form.Body)).IsProblem(400)),
            Answer((await PostFormAsync(anns.Body, CookieOf(anns, "__Host-antiforgery"), bob)).IsProblem(400)),
            Answer((await PostFormAsync(anns.Body, CookieOf(anns, "__Host-antiforgery"))).IsProblem(400)),
        };
        foreach (var broken in Broken("t=" + form.Body))
        {
            answers.Add(Answer((await PostFormAsync(ValueOf(broken), cookie)).IsProblem(400)));
        }

        foreach (var broken in Broken(cookie))
        {
            answers.Add(Answer((await PostFormAsync(form.Body, broken)).IsProblem(400)));
        }

        Assert.Single(answers);
        Assert.Contains(await TakeLogAsync(), line => line.StartsWith("Covet.Refusals|Information|POST /security/form was refused: its antiforgery token is missing or not valid.|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_that_the_server_keeps_ends_where_it_is_forgotten_idle_or_12_hours_old_however_often_it_is_used()
    {
        var cookie = await LoginStoredAsync();
        var until = 0;
        while ((until += 20) < 12 * 60)
        {
            await SendAsync(HttpMethod.Post, "/security/stored/later?minutes=20", null);
            var me = (await GetAsync("/security/stored", ("Cookie", cookie))).Is(200, "ada");
            cookie = CookieOf(me, "__Host-stored");
        }

        await SendAsync(HttpMethod.Post, "/security/stored/later?minutes=20", null);
        (await GetAsync("/security/stored", ("Cookie", cookie))).IsProblem(401);

        var idle = await LoginStoredAsync();
        await SendAsync(HttpMethod.Post, "/security/stored/later?minutes=31", null);
        (await GetAsync("/security/stored", ("Cookie", idle))).IsProblem(401);

        var forgotten = await LoginStoredAsync();
        (await GetAsync("/security/stored", ("Cookie", forgotten))).Is(200, "ada");
        await SendAsync(HttpMethod.Post, "/security/stored/forget", null);
        (await GetAsync("/security/stored", ("Cookie", forgotten))).IsProblem(401);
    }

    [Fact]
    public async Task A_copy_of_a_login_cookie_is_worth_nothing_when_it_is_idle_or_12_hours_old_however_often_it_was_renewed()
    {
        async Task<string> LoginAsync() => CookieOf(await SendAsync(HttpMethod.Post, "/security/stored/aged/login", null), "__Host-aged");
        async Task LaterAsync(int minutes) => await SendAsync(HttpMethod.Post, "/security/stored/later?minutes=" + minutes, null);
        var first = await LoginAsync();
        var cookie = first;
        for (var until = 20; until < 12 * 60; until += 20)
        {
            await LaterAsync(20);
            var me = (await GetAsync("/security/stored/aged", ("Cookie", cookie))).Is(200, "ada");
            cookie = CookieOf(me, "__Host-aged");
            if (until > 30)
            {
                (await GetAsync("/security/stored/aged", ("Cookie", first))).IsProblem(401);
            }
        }

        await LaterAsync(20);
        (await GetAsync("/security/stored/aged", ("Cookie", cookie))).IsProblem(401);
        var idle = await LoginAsync();
        await LaterAsync(31);
        (await GetAsync("/security/stored/aged", ("Cookie", idle))).IsProblem(401);

        // Nor does it open anything in another scheme's place.
        var fresh = await LoginAsync();
        (await GetAsync("/security/cookie", ("Cookie", "__Host-session=" + ValueOf(fresh)))).IsProblem(401);
        (await GetAsync("/security/stored/aged", ("Cookie", fresh))).Is(200, "ada");
    }

    [Fact]
    public async Task Answers_that_set_somebodys_cookie_are_not_kept_by_caches()
    {
        foreach (var reply in new[]
        {
            await SendAsync(HttpMethod.Post, "/security/login", null),
            await GetAsync("/security/session?name=ada"),
            await GetAsync("/security/form", Secure),
        })
        {
            Assert.True(reply.Headers.Contains("Set-Cookie"));
            Assert.True(reply.Headers.CacheControl!.NoStore, reply.Headers.ToString());
        }
    }

    private async Task<string> LoginStoredAsync() => CookieOf(await SendAsync(HttpMethod.Post, "/security/stored/login", null), "__Host-stored");

    private static string ValueOf(string cookie) => cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..];

    // A character changed here and there, cut at both ends, doubled, empty.
    private static IEnumerable<string> Broken(string cookie)
    {
        var start = cookie.IndexOf('=', StringComparison.Ordinal) + 1;
        var value = cookie[start..];
        for (var i = 0; i < value.Length - 1; i += 11)
        {
            yield return cookie[..start] + value[..i] + (value[i] == 'A' ? 'B' : 'A') + value[(i + 1)..];
        }

        foreach (var broken in new[] { value[..^4], value[4..], value[..(value.Length / 2)], value[..1], value + value, value + "AAAA", "" })
        {
            yield return cookie[..start] + broken;
        }
    }

    private Task<Reply> PostFormAsync(string? token, string? cookie, params (string Name, string Value)[] headers)
    {
        var fields = new Dictionary<string, string> { ["name"] = "eve" };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        var all = headers.Append(Secure);
        return SendAsync(HttpMethod.Post, "/security/form", new FormUrlEncodedContent(fields), [.. cookie is null ? all : all.Append(("Cookie", cookie))]);
    }
}
