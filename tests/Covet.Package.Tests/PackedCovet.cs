using System.Globalization;
using System.IO.Compression;
using System.Text;

[assembly: AssemblyFixture(typeof(Covet.Package.Tests.PackedCovet))]

namespace Covet.Package.Tests;

/// <summary>The packages, made from the repository as a maintainer makes it, and a folder outside the repository to use them in.</summary>
public sealed class PackedCovet : IAsyncLifetime
{
    // A version of its own, so that no cache can answer for the package under test.
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)}";

    public string Folder { get; } = Directory.CreateTempSubdirectory("covet-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "Covet.Runtime", "templates/Covet.Templates.csproj" })
        {
            var run = await Command.RunAsync(
                "dotnet",
                ["pack", project, "-c", "Release", "-o", Feed, $"-p:Version={Version}", "--artifacts-path", Path.Combine(Folder, "artifacts"), "--nologo"],
                Repository.Root);
            Output += run.Output;
            Assert.True(run.ExitCode == 0, run.Output);
        }
    }

    /// <summary>The names of the files in the package, or in the one of the symbols.</summary>
    public IReadOnlyList<string> Entries(string extension = "nupkg", string id = "Covet")
    {
        using var archive = Open(extension, id);
        return [.. archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)];
    }

    public string Read(string entry) => Encoding.UTF8.GetString(Bytes(entry)).TrimStart('\uFEFF');

    public byte[] Bytes(string entry, string extension = "nupkg")
    {
        using var archive = Open(extension);
        using var stream = archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private ZipArchive Open(string extension, string id = "Covet") => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.{extension}"));
}
