namespace Covet.Aot.Tests;

/// <summary>Changes to a state that is no more (RFC 9110 section 13.1.1): none may overwrite what somebody else wrote since.</summary>
public abstract class LostUpdateSuite(HttpHost host) : SecurityRequests(host)
{
    private readonly string note = "/security/notes/" + Guid.NewGuid();

    [Fact]
    public async Task A_change_to_a_state_that_is_no_more_is_refused_and_changes_nothing()
    {
        var first = await TagAsync(WriteAsync("first"));
        var second = await TagAsync(WriteAsync("second", ("If-Match", first)));
        Assert.NotEqual(first, second);
        string[] stale = [first, "W/" + first, "W/" + second, second.Trim('"'), first + ", W/" + second, "", "\"\"", "\"*\"", "*, " + first, second[..^1], second + "x"];
        foreach (var tag in stale)
        {
            (await WriteAsync("lost", ("If-Match", tag))).IsProblem(412);
            (await SendAsync(HttpMethod.Delete, note, null, ("If-Match", tag))).IsProblem(412);
            Assert.Equal(("\"second\"", second), await ReadAsync());
        }

        // Whoever knows the state may change it, in any form that says so.
        var third = await TagAsync(WriteAsync("third", ("If-Match", first + ", " + second)));
        var fourth = await TagAsync(WriteAsync("fourth", ("If-Match", "*")));
        (await WriteAsync("lost", ("If-Match", third))).IsProblem(412);
        Assert.Equal(("\"fourth\"", fourth), await ReadAsync());
    }

    [Fact]
    public async Task What_is_not_there_matches_nothing_and_is_made_once()
    {
        foreach (var tag in new[] { "*", "\"v0\"", "\"\"", "" })
        {
            (await WriteAsync("lost", ("If-Match", tag))).IsProblem(412);
            (await SendAsync(HttpMethod.Delete, note, null, ("If-Match", tag))).IsProblem(412);
            Assert.Equal(404, (await GetAsync(note)).Status);
        }

        var made = await TagAsync(WriteAsync("made", ("If-None-Match", "*")));
        (await WriteAsync("made again", ("If-None-Match", "*"))).IsProblem(412);
        Assert.Equal(("\"made\"", made), await ReadAsync());

        // A tag of what was deleted is no tag of what came in its place.
        (await SendAsync(HttpMethod.Delete, note, null, ("If-Match", made))).Is(204, "");
        (await WriteAsync("lost", ("If-Match", made))).IsProblem(412);
        (await WriteAsync("lost", ("If-Match", "*"))).IsProblem(412);
        await TagAsync(WriteAsync("made", ("If-None-Match", "*")));
        (await WriteAsync("lost", ("If-Match", made))).IsProblem(412);
    }

    [Fact]
    public async Task Of_many_who_saw_the_same_state_one_changes_it()
    {
        var seen = await TagAsync(WriteAsync("start"));
        for (var round = 0; round < 5; round++)
        {
            seen = await OneWinsAsync(("If-Match", seen));
        }

        await SendAsync(HttpMethod.Delete, note, null, ("If-Match", seen));
        await OneWinsAsync(("If-None-Match", "*"));
    }

    private async Task<string> OneWinsAsync((string, string) condition)
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync("of " + i, condition)));
        var winner = Assert.Single(Enumerable.Range(0, 20), i => replies[i].Status == 204);
        Assert.All(replies.Where((_, i) => i != winner), reply => reply.IsProblem(412));
        var tag = replies[winner].Headers.ETag!.ToString();
        Assert.Equal(($"\"of {winner}\"", tag), await ReadAsync());
        return tag;
    }

    private Task<Reply> WriteAsync(string text, params (string, string)[] headers) =>
        SendAsync(HttpMethod.Put, note + "?text=" + Uri.EscapeDataString(text), null, headers);

    private async Task<(string Text, string Tag)> ReadAsync()
    {
        var reply = await GetAsync(note);
        return (reply.Body, reply.Headers.ETag!.ToString());
    }

    private static async Task<string> TagAsync(Task<Reply> write) => (await write).Is(204, "").Headers.ETag!.ToString();
}
