using System.Text.Json.Nodes;

namespace Covet.Conduit.Tests.Container;

/// <summary>The image of <c>samples/Conduit/Dockerfile</c>, built once by buildah around the native Conduit.</summary>
public sealed class Image : IAsyncLifetime
{
    // As a container engine starts it: a file system that cannot be written, with /dev and /proc and a volume on the folder for data,
    // the image's user without any privilege, its environment alone.
    private const string Enter =
        """
        set -e
        mount --bind "$1" "$1"
        mount --bind "$2" "$1/data"
        mount --rbind /dev "$1/dev"
        mount --rbind /proc "$1/proc"
        mount -o remount,bind,ro "$1"
        exec env -i $4 chroot --userspec="$3" "$1" "${@:5}"
        """;

    private readonly TestFolder work = new();

    /// <summary>The image's file system.</summary>
    public string Root => Path.Combine(work.FullName, "root");

    /// <summary>The volume.</summary>
    public string Data => Path.Combine(work.FullName, "volume");

    /// <summary>What a registry gets, with layers as it compresses them.</summary>
    public string Pushed => Path.Combine(work.FullName, "pushed");

    internal JsonNode Configuration { get; private set; } = null!;

    private string Owner => Configuration["User"]!.GetValue<string>();

    public async ValueTask InitializeAsync()
    {
        var published = Path.GetDirectoryName(await Binaries.NativeAsync())!;
        var (exitCode, output) = await Command.RunAsync(Path.Combine(Repository.Root, "tests/Covet.Conduit.Tests/Container/image"), [published, work.FullName], "/");
        Assert.True(exitCode == 0, output);
        var image = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(work.FullName, "image.json"), TestContext.Current.CancellationToken))!;
        Configuration = image["Docker"]!["config"]!;
        foreach (var mountPoint in (string[])[Data, Path.Combine(Root, "dev"), Path.Combine(Root, "proc")])
        {
            Directory.CreateDirectory(mountPoint);
        }

        await Command.RunAsync("chown", [Owner, Data], "/");
    }

    public ValueTask DisposeAsync()
    {
        work.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Starts the image's program in its file system, in the same process that is started here.</summary>
    internal Task<ConduitProcess> StartAsync(params string[] arguments) => ConduitProcess.StartAsync(Inside([.. Strings("Entrypoint"), .. arguments]));

    /// <summary>Runs another command of the image to its end, and gives its exit code.</summary>
    internal async Task<int> RunAsync(params string[] command)
    {
        var inside = Inside(command);
        return (await Command.RunAsync(inside[0], inside.Skip(1), "/")).ExitCode;
    }

    internal IEnumerable<string> Strings(string name) => Configuration[name]!.AsArray().Select(item => item!.GetValue<string>());

    private string[] Inside(string[] command)
    {
        // chroot starts in the root folder, an engine in the image's.
        string[] environment = [.. Strings("Env"), "ASPNETCORE_CONTENTROOT=" + Configuration["WorkingDir"]];
        return ["/usr/bin/unshare", "--mount", "--propagation", "private", "/bin/bash", "-c", Enter, "bash", Root, Data, Owner, string.Join(' ', environment), .. command];
    }
}
