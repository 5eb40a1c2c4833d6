namespace Covet.Aot.Tests;

/// <summary>Somebody fills the store of idempotency keys: what was promised is kept, new work is refused and not done, and time makes room.</summary>
public abstract class IdempotencyBoundsSuite(HttpHost host)
{
    [Theory]
    [InlineData("--idempotency-keys", "3", 100)]
    [InlineData("--idempotency-bytes", "30000", 10_000)]
    public async Task A_full_store_does_no_new_work_keeps_its_promises_and_forgets_by_age_alone(string bound, string value, int size)
    {
        await using var running = await host.StartAnotherAsync(bound, value);
        using var client = ClientOf(running);
        var answers = new List<string> { await FirstAsync(client, "k0", size) };
        await LaterAsync(client, 12);
        answers.Add(await FirstAsync(client, "k1", size));
        answers.Add(await FirstAsync(client, "k2", size));

        var done = await DoneAsync(client);
        for (var i = 0; i < 10; i++)
        {
            await RefusedAsync(client, "other" + i, size);
        }

        await ReplayedAsync(client, answers, 0, size);
        (await PostAsync(client, "k1", size + 1)).IsProblem(422);
        Assert.Equal(done, await DoneAsync(client));

        // The oldest has aged: there is room for one, and the others are known still.
        await LaterAsync(client, 12);
        await FirstAsync(client, "k3", size);
        await RefusedAsync(client, "k0", size);
        await ReplayedAsync(client, answers, 1, size);
        Assert.Equal(done + 1, await DoneAsync(client));
        await LaterAsync(client, 24);
        await FirstAsync(client, "k0", size);
    }

    [Fact]
    public async Task Of_many_new_keys_at_once_no_more_are_taken_than_there_is_room_for()
    {
        await using var running = await host.StartAnotherAsync("--idempotency-keys", "5");
        using var client = ClientOf(running);
        var done = await DoneAsync(client);
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => PostAsync(client, "k" + i, 9)));
        Assert.Equal(5, replies.Count(reply => reply.Status == 200));
        Assert.All(replies.Where(reply => reply.Status != 200), reply => reply.IsProblem(503));
        Assert.Equal(done + 5, await DoneAsync(client));
    }

    [Fact]
    public async Task An_answer_that_is_too_large_to_be_remembered_takes_no_room()
    {
        await using var running = await host.StartAnotherAsync("--idempotency-keys", "1");
        using var client = ClientOf(running);
        const int TooLarge = (1024 * 1024) + 1;
        var first = await FirstAsync(client, "large", TooLarge);
        Assert.NotEqual(first, await FirstAsync(client, "large", TooLarge));
        await FirstAsync(client, "k0", 100);
        await RefusedAsync(client, "large", TooLarge);
    }

    private static async Task<string> FirstAsync(HttpClient client, string key, int size)
    {
        var reply = await PostAsync(client, key, size);
        Assert.Equal((200, size, false), (reply.Status, reply.Body.Length, reply.Headers.Contains("Idempotency-Replayed")));
        return reply.Body;
    }

    private static async Task ReplayedAsync(HttpClient client, List<string> answers, int from, int size)
    {
        for (var i = from; i < answers.Count; i++)
        {
            Assert.True((await PostAsync(client, "k" + i, size)).Is(200, answers[i]).Headers.Contains("Idempotency-Replayed"));
        }
    }

    private static async Task RefusedAsync(HttpClient client, string key, int size)
    {
        var refused = (await PostAsync(client, key, size)).IsProblem(503);
        Assert.Equal("60", refused.Headers.GetValues("Retry-After").Single());
    }

    private static async Task<Reply> PostAsync(HttpClient client, string key, int size)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/security/once/" + size) { Headers = { { "Idempotency-Key", key } } };
        using var response = await client.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    private static async Task<int> DoneAsync(HttpClient client) => int.Parse(await client.GetStringAsync("/security/once/done"));

    private static async Task LaterAsync(HttpClient client, int hours)
    {
        using var reply = await client.PostAsync("/security/once/later?hours=" + hours, null);
        Assert.True(reply.IsSuccessStatusCode);
    }

    private static HttpClient ClientOf(RunningApp app) => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
}
