using System.Globalization;
using System.Text.RegularExpressions;

namespace Covet.Conduit.Tests.Container;

/// <summary>
/// The image, and its file system run under chroot as the image's user, for a machine of tests need not have a container engine.
/// Needs root, as PostgreSQL's installation does.
/// </summary>
public sealed partial class ContainerTests(Image image) : IClassFixture<Image>
{
    private const int Megabyte = 1_000_000;

    [Fact]
    public void The_image_is_less_than_25_MB_to_pull_and_unpacked()
    {
        var pushed = new DirectoryInfo(image.Pushed).GetFiles().Sum(file => file.Length);
        var unpacked = Directory.GetFiles(image.Root, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        TestContext.Current.TestOutputHelper!.WriteLine($"{(double)pushed / Megabyte:F1} MB to pull, {(double)unpacked / Megabyte:F1} MB unpacked");

        Assert.InRange(pushed, 1, 15 * Megabyte);
        Assert.InRange(unpacked, pushed, 25 * Megabyte);
    }

    [Fact]
    public void The_image_holds_the_program_its_libraries_and_no_shell()
    {
        var programs = Directory.GetFiles(image.Root, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).Contains(".so", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(image.Root, file))
            .Order(StringComparer.Ordinal);

        Assert.Equal(["app/Conduit", "app/appsettings.json", "etc/group", "etc/passwd"], programs.Except(["etc/ssl/certs/ca-certificates.crt"]));
    }

    [Fact]
    public void The_image_names_a_user_who_is_not_root_a_health_check_and_a_volume()
    {
        Assert.Equal("10001:10001", image.Configuration["User"]!.GetValue<string>());
        Assert.Equal(["CMD", "/app/Conduit", "health", "live"], image.Configuration["Healthcheck"]!["Test"]!.AsArray().Select(item => item!.GetValue<string>()));
        Assert.NotNull(image.Configuration["Volumes"]!["/data"]);
    }

    [Fact]
    public async Task In_a_read_only_file_system_without_privileges_it_serves_writes_its_data_alone_and_answers_all_before_it_ends()
    {
        await using var conduit = await image.StartAsync("--Shutdown:DrainSeconds", ShutdownTests.DrainSeconds);
        var (slug, requests) = await ShutdownTests.StartRequestsAsync(conduit.Api);
        var status = await File.ReadAllTextAsync($"/proc/{conduit.Id}/status", TestContext.Current.CancellationToken);

        Assert.Matches(@"Uid:\t10001\t10001\t10001\t10001", status);
        Assert.Matches(@"CapEff:\t0000000000000000", status);
        var written = FilesOpenForWriting(conduit.Id);
        Assert.NotEmpty(written);
        Assert.All(written, file => Assert.Contains("/data/", file, StringComparison.Ordinal));
        Assert.Equal(["000000001.log", "store.lock", "token.key"], Directory.GetFiles(image.Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, await image.RunAsync([.. image.Strings("Entrypoint"), "health", "live", "--urls", conduit.Api.BaseAddress.ToString()]));

        conduit.Terminate();
        await Eventually.TrueAsync(async () => (await conduit.Api.GetAsync("/health/ready")).Status == 503);
        await ShutdownTests.FinishRequestsAsync(requests);
        await conduit.WaitForExitAsync();
        Assert.Equal(0, conduit.ExitCode);

        await using var again = await image.StartAsync();
        Assert.Equal(requests.Count, (await again.Api.GetAsync($"/api/articles/{slug}/comments"))["comments"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_folder_for_data_belongs_to_the_images_user_and_all_else_to_root()
    {
        var (_, output) = await Command.RunAsync("find", [image.Root, "-uid", "10001", "-printf", "%P"], "/");
        Assert.Equal("data", output.Trim());
    }

    /// <summary>The files that a process has open for writing; sockets and pipes have no path of their own, and /dev is no file of the image.</summary>
    private static List<string> FilesOpenForWriting(int process)
    {
        const int accessModes = 3;
        var files = new List<string>();
        foreach (var open in Directory.GetFileSystemEntries($"/proc/{process}/fd"))
        {
            var flags = Flags().Match(File.ReadAllText($"/proc/{process}/fdinfo/{Path.GetFileName(open)}")).Groups[1].Value;
            if ((Convert.ToInt32(flags, 8) & accessModes) != 0 && new FileInfo(open).LinkTarget is ['/', ..] target && !target.StartsWith("/dev/", StringComparison.Ordinal))
            {
                files.Add(target);
            }
        }

        return files;
    }

    [GeneratedRegex(@"flags:\s+([0-7]+)")]
    private static partial Regex Flags();
}
