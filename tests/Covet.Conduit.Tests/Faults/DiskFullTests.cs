using System.Globalization;

namespace Covet.Conduit.Tests.Faults;

public sealed class DiskFullTests
{
    // A file that may not grow (RLIMIT_FSIZE, with its signal ignored) refuses a write, or a part of it, as a full disk does, and
    // needs no mount. The limit can be lifted from outside while the process runs.
    private const string Limited = "trap '' XFSZ; exec prlimit --fsize=60000: -- \"$@\"";

    [Fact]
    public async Task A_full_disk_is_503_for_writes_alone_and_room_is_used_again_without_a_restart_and_nothing_half_written()
    {
        using var folder = new TestFolder();
        var binary = await Binaries.NativeAsync();
        var kept = new List<string>();
        string slug;
        await using (var conduit = await ConduitProcess.StartAsync("/bin/sh", "-c", Limited, "sh", binary, "--Embedded:Path", folder.FullName))
        {
            var (name, token) = await conduit.Api.RegisterAsync();
            slug = await conduit.Api.PublishAsync(token);
            var refusal = await FillAsync(conduit.Api, slug, token, kept);

            Assert.Equal(["The store cannot be reached; try again."], refusal.Errors);
            Assert.Equal("1", refusal.RetryAfter);
            Assert.NotEmpty(kept);
            Assert.Equal(kept, await CommentsAsync(conduit.Api, slug));
            Assert.Equal(200, (await conduit.Api.GetAsync($"/api/profiles/{name}")).Status);

            await Command.RunAsync("prlimit", ["--pid", conduit.Id.ToString(CultureInfo.InvariantCulture), "--fsize=unlimited"], "/");
            Assert.Equal(200, await CommentAsync(conduit.Api, slug, token, "after", kept));
            await conduit.KillAsync();
        }

        await using var again = await ConduitProcess.StartAsync(binary, "--Embedded:Path", folder.FullName);
        Assert.Equal(kept, await CommentsAsync(again.Api, slug));
    }

    private static async Task<Answer> FillAsync(Api api, string slug, string token, List<string> kept)
    {
        while (true)
        {
            var text = $"{kept.Count} {new string('x', 3000)}";
            var answer = await SendAsync(api, slug, token, text);
            if (answer.Status != 200)
            {
                Assert.Equal(503, answer.Status);
                return answer;
            }

            kept.Add(text);
        }
    }

    private static async Task<int> CommentAsync(Api api, string slug, string token, string text, List<string> kept)
    {
        kept.Add(text);
        return (await SendAsync(api, slug, token, text)).Status;
    }

    private static Task<Answer> SendAsync(Api api, string slug, string token, string text) =>
        api.PostAsync($"/api/articles/{slug}/comments", $$$"""{"comment":{"body":"{{{text}}}"}}""", token);

    private static async Task<List<string>> CommentsAsync(Api api, string slug) =>
        [.. (await api.GetAsync($"/api/articles/{slug}/comments"))["comments"]!.AsArray().Select(comment => comment!["body"]!.GetValue<string>())];
}
