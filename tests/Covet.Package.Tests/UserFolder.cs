namespace Covet.Package.Tests;

/// <summary>
/// A folder of a user outside the repository, where packages can only come from the folder feed and the cache begins empty. What is
/// not Covet's own (the test framework, the native compiler) may come from the machine's cache.
/// </summary>
internal sealed class UserFolder
{
    private UserFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The cache that restoring fills.</summary>
    public string Cache => Combine("packages");

    public static UserFolder Create(PackedCovet package, string name)
    {
        var folder = new UserFolder(System.IO.Path.Combine(package.Folder, name));
        Directory.CreateDirectory(folder.Path);
        Assert.False(Directory.Exists(folder.Cache), folder.Cache);
        Assert.False(Directory.Exists(System.IO.Path.Combine(MachineCache(), "covet", package.Version)), "The machine's cache has the package under test.");
        File.WriteAllText(folder.Combine("nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="covet" value="{package.Feed}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{folder.Cache}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{MachineCache()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        return folder;
    }

    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Runs <c>dotnet</c>, which must succeed.</summary>
    public async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    /// <summary>Runs <c>dotnet</c> in a folder below.</summary>
    public Task<(int ExitCode, string Output)> TryAsync(string folder, params string[] arguments) => Command.RunAsync("dotnet", arguments, Combine(folder));

    private static string MachineCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
