using System.Collections.Concurrent;

namespace Covet.Conduit.Tests;

public sealed class CrashTests
{
    [Fact]
    public Task A_write_that_was_acknowledged_is_there_after_kill_9_on_JIT() => KillAsync(Binaries.Jit);

    [Fact]
    public async Task A_write_that_was_acknowledged_is_there_after_kill_9_on_native() => await KillAsync(await Binaries.NativeAsync());

    [Fact]
    public async Task A_damaged_store_stops_the_start_with_its_reason()
    {
        using var folder = new TestFolder();
        File.WriteAllText(Path.Combine(folder.FullName, "000000001.log"), "something else");

        var (exitCode, output) = await ConduitProcess.RunAsync(Binaries.Jit, "--Embedded:Path", folder.FullName);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("is not a log of Conduit", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_no_known_name_stops_the_start_with_its_reason()
    {
        var (exitCode, output) = await ConduitProcess.RunAsync(Binaries.Jit, "--Store", "clay");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("it can be 'embedded' or 'postgres'", output, StringComparison.Ordinal);
    }

    /// <summary>Kills a Conduit under writes, three times, and looks for each comment that it acknowledged.</summary>
    private static async Task KillAsync(string binary)
    {
        using var folder = new TestFolder();
        var acknowledged = new ConcurrentBag<string>();
        var (token, slug) = ("", "");
        for (var round = 0; round < 3; round++)
        {
            await using var conduit = await ConduitProcess.StartAsync(binary, "--Embedded:Path", folder.FullName);
            if (round == 0)
            {
                (_, token) = await conduit.Api.RegisterAsync();
                slug = await conduit.Api.PublishAsync(token);
            }

            var enough = new TaskCompletionSource();
            var before = acknowledged.Count;
            var writers = Enumerable.Range(0, 8).Select(async _ =>
            {
                try
                {
                    while (true)
                    {
                        var text = Guid.NewGuid().ToString();
                        var answer = await conduit.Api.PostAsync($"/api/articles/{slug}/comments", $$$"""{"comment":{"body":"{{{text}}}"}}""", token);
                        Assert.Equal(200, answer.Status);
                        acknowledged.Add(text);
                        if (acknowledged.Count - before > 100)
                        {
                            enough.TrySetResult();
                        }
                    }
                }
                catch (HttpRequestException)
                {
                    // The kill.
                }
            }).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(writers));
            await conduit.KillAsync();
            await Task.WhenAll(writers);
            Assert.True(enough.Task.IsCompletedSuccessfully);
        }

        await using var last = await ConduitProcess.StartAsync(binary, "--Embedded:Path", folder.FullName);
        var kept = (await last.Api.GetAsync($"/api/articles/{slug}/comments"))["comments"]!.AsArray().Select(comment => comment!["body"]!.GetValue<string>()).ToHashSet();
        Assert.Subset(kept, acknowledged.ToHashSet());
    }
}
