using System.Text.RegularExpressions;

namespace Covet.Package.Tests;

/// <summary>A user's project outside the repository, made as a user makes it: <c>dotnet new web</c>, then <c>dotnet add package Covet</c>.</summary>
internal sealed partial class FreshProject
{
    private const string Name = "Shop";
    private readonly string folder;

    private FreshProject(string folder) => this.folder = folder;

    public static async Task<FreshProject> CreateAsync(PackedCovet package, string framework, string program)
    {
        var parent = Path.Combine(package.Folder, framework);
        Directory.CreateDirectory(parent);

        // The package can only come from the folder, and its cache begins empty; other packages (the native compiler) may come from the machine's cache.
        File.WriteAllText(Path.Combine(parent, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="covet" value="{package.Feed}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(parent, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{MachineCache()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        var project = new FreshProject(Path.Combine(parent, Name));
        await RunAsync(parent, "new", "web", "-n", Name, "--no-restore");
        var file = Path.Combine(project.folder, Name + ".csproj");
        var text = File.ReadAllText(file);
        Assert.Contains("<TargetFramework>net10.0</TargetFramework>", text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace("net10.0", framework, StringComparison.Ordinal));
        await RunAsync(project.folder, "add", "package", "Covet", "--version", package.Version);
        File.WriteAllText(Path.Combine(project.folder, "Program.cs"), program);
        return project;
    }

    /// <summary>The first C# example of the README.</summary>
    public static string FirstExample() =>
        CSharpBlock().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))) is { Success: true } match
            ? match.Groups["code"].Value
            : throw new InvalidOperationException("README.md has no C# example.");

    public async Task<string> BuildAsync()
    {
        var output = Path.Combine(folder, "built");
        NoWarning(await RunAsync(folder, "build", "-o", output, "--nologo"));
        return Path.Combine(output, Name);
    }

    public async Task<string> PublishNativeAsync()
    {
        var output = Path.Combine(folder, "native");
        NoWarning(await RunAsync(folder, "publish", "-p:PublishAot=true", "-o", output, "--nologo"));
        return Path.Combine(output, Name);
    }

    /// <summary>The document that the build wrote beside the project.</summary>
    public string Document() => File.ReadAllText(Path.Combine(folder, "openapi", "v1.json"));

    private static void NoWarning(string output) => Assert.DoesNotContain(output.Split('\n'), l => l.Contains("warning ", StringComparison.Ordinal));

    private static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var run = await Command.RunAsync("dotnet", arguments, folder);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{run.Output}");
        return run.Output;
    }

    private static string MachineCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
