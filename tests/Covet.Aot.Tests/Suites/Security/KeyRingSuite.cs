namespace Covet.Aot.Tests;

/// <summary>Key rings on disk and of the application's own, over restarts of the application.</summary>
public abstract class KeyRingSuite(HttpHost host) : IAsyncLifetime
{
    private readonly string directory = Path.Combine(Path.GetTempPath(), "covet-keys-" + Guid.NewGuid().ToString("N"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_sealed_opens_after_a_restart_through_rotations_and_no_longer_than_the_retention()
    {
        string old;
        await using (var running = await host.StartAnotherAsync("--keys", directory))
        {
            old = await LoginAsync(running);
            Assert.Equal("ada", await WhoAsync(running, old));
            Assert.Single(Directory.GetFiles(directory, "*.key"));
        }

        await using (var again = await host.StartAnotherAsync("--keys", directory))
        {
            Assert.Equal("ada", await WhoAsync(again, old));
        }

        // Its key seals no more: the first login makes the next one, and the old cookie still opens.
        string fresh;
        await using (var rotated = await host.StartAnotherAsync("--keys", directory, "--keys-days-ahead", "91"))
        {
            Assert.Equal("ada", await WhoAsync(rotated, old));
            fresh = await LoginAsync(rotated);
            Assert.Equal(2, Directory.GetFiles(directory, "*.key").Length);
            Assert.Equal("ada", await WhoAsync(rotated, fresh));
        }

        await using (var later = await host.StartAnotherAsync("--keys", directory, "--keys-days-ahead", "121"))
        {
            Assert.Equal("401", await WhoAsync(later, old));
            Assert.Equal("ada", await WhoAsync(later, fresh));
        }
    }

    [Fact]
    public async Task Keys_of_the_process_end_with_it_and_instances_share_a_directory()
    {
        await using var one = await host.StartAnotherAsync("--keys", directory);
        await using var two = await host.StartAnotherAsync("--keys", directory);
        await using var alone = await host.StartAnotherAsync();
        var cookie = await LoginAsync(one);
        Assert.Equal("ada", await WhoAsync(two, cookie));
        Assert.Equal("401", await WhoAsync(alone, cookie));
        Assert.Equal("401", await WhoAsync(one, await LoginAsync(alone)));
    }

    [Fact]
    public async Task A_ring_of_the_applications_own_seals_and_opens()
    {
        await using var one = await host.StartAnotherAsync("--own-keys", "a phrase");
        await using var two = await host.StartAnotherAsync("--own-keys", "a phrase");
        await using var stranger = await host.StartAnotherAsync("--own-keys", "another phrase");
        var cookie = await LoginAsync(one);
        Assert.Equal("ada", await WhoAsync(two, cookie));
        Assert.Equal("401", await WhoAsync(stranger, cookie));
    }

    [Fact]
    public async Task A_damaged_key_file_ends_the_start_with_its_name()
    {
        await using (var running = await host.StartAnotherAsync("--keys", directory))
        {
            await LoginAsync(running);
        }

        var file = Directory.GetFiles(directory, "*.key").Single();
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text[..^20]);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAnotherAsync("--keys", directory));
        Assert.Contains($"The key file '{file}' cannot be used", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n')[3][..20], failure.ToString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, text);
        await using var restored = await host.StartAnotherAsync("--keys", directory);
        Assert.Equal("ada", await WhoAsync(restored, await LoginAsync(restored)));
    }

    [Fact]
    public async Task Wrapped_keys_open_with_their_wrapping_key_and_with_no_other_and_none_starts()
    {
        var (right, wrong) = (Wrapping(), Wrapping());
        string cookie;
        await using (var running = await host.StartAnotherAsync("--keys", directory, "--keys-wrapping", right))
        {
            cookie = await LoginAsync(running);
        }

        var file = Directory.GetFiles(directory, "*.key").Single();
        var before = await File.ReadAllTextAsync(file);
        string[][] attempts = [["--keys-wrapping", wrong], ["--keys-wrapping", right[..^4] + "AAA="], []];
        foreach (var attempt in attempts)
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAnotherAsync(["--keys", directory, .. attempt]));
            Assert.Contains($"The key file '{file}' cannot be used", failure.ToString(), StringComparison.Ordinal);
            foreach (var secret in new[] { before.Split('\n')[3], right, wrong })
            {
                Assert.DoesNotContain(secret[..20], failure.ToString(), StringComparison.Ordinal);
            }
        }

        // Who could not open it has not put another key in its place.
        Assert.Equal(before, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(directory))));
        await using (var again = await host.StartAnotherAsync("--keys", directory, "--keys-wrapping", right))
        {
            Assert.Equal("ada", await WhoAsync(again, cookie));
        }

        // A key of an attacker's, that nobody wrapped, is not taken where keys are wrapped.
        File.Delete(file);
        await using (var bare = await host.StartAnotherAsync("--keys", directory))
        {
            await LoginAsync(bare);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => host.StartAnotherAsync("--keys", directory, "--keys-wrapping", right));
    }

    private static string Wrapping() => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));

    private static async Task<string> LoginAsync(RunningApp app)
    {
        using var client = Client(app);
        using var login = await client.PostAsync("/security/login", null);
        return login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<string> WhoAsync(RunningApp app, string cookie)
    {
        using var client = Client(app);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var reply = await client.GetAsync("/security/cookie");
        return reply.IsSuccessStatusCode ? await reply.Content.ReadAsStringAsync() : ((int)reply.StatusCode).ToString();
    }

    private static HttpClient Client(RunningApp app) => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
}
