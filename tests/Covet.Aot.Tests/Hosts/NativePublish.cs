using System.Collections.Concurrent;
using System.Xml.Linq;

namespace Covet.Aot.Tests;

/// <summary>Publishes projects of the repository native, each once a run, into folders of their own so that no other build is disturbed.</summary>
internal static class NativePublish
{
    // The native compiler uses every core and much memory; one at a time is no slower.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Published = new(StringComparer.Ordinal);

    /// <summary>The path of a project's native binary.</summary>
    /// <param name="project">The project's folder, from the root of the repository.</param>
    /// <param name="name">The assembly's name. Environment variable <c>COVET_NATIVE_</c> and this name may give a binary
    /// that was published before, which serves while one works on the tests.</param>
    public static Task<string> BinaryAsync(string project, string name) =>
        Environment.GetEnvironmentVariable("COVET_NATIVE_" + name) is { Length: > 0 } ready
            ? Task.FromResult(ready)
            : Published.GetOrAdd(project, p => new Lazy<Task<string>>(() => PublishAsync(p, name))).Value;

    private static async Task<string> PublishAsync(string project, string name)
    {
        await OneAtATime.WaitAsync();
        try
        {
            var artifacts = Path.Combine(Repository.Root, "artifacts", "native-tests");
            var output = Path.Combine(artifacts, "publish-" + name);
            Directory.CreateDirectory(artifacts);

            // Another test program may publish now, perhaps the same project into the same folder.
            var run = await Command.RunAsync(
                "flock",
                [Path.Combine(artifacts, "publish.lock"), "dotnet", "publish", Path.Combine(Repository.Root, project), "-c", "Release", "-f", Framework(), "--artifacts-path", artifacts, "-o", output, "--nologo"],
                Repository.Root);
            Assert.True(run.ExitCode == 0, run.Output);
            Assert.DoesNotContain("warning", run.Output, StringComparison.OrdinalIgnoreCase);
            return Path.Combine(output, name);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static string Framework() =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("CovetAotFramework").Single().Value;
}
