using System.Text.RegularExpressions;

namespace Covet.Package.Tests;

/// <summary>A user's project outside the repository: it refers to the package from a local folder, and its package cache begins empty.</summary>
internal sealed partial class FreshProject
{
    private readonly string folder;

    private FreshProject(string folder) => this.folder = folder;

    public static FreshProject Create(PackedCovet package, string name, string program)
    {
        var folder = Path.Combine(package.Folder, name);
        Directory.CreateDirectory(folder);

        // Other packages (the native compiler) come from the machine's own cache and sources; Covet can only come from the folder.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="covet" value="{package.Feed}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{MachineCache()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Shop.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFrameworks>net10.0;net9.0</TargetFrameworks>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
                <PublishAot Condition="'$(TargetFramework)' == 'net9.0'">true</PublishAot>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Covet" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return new FreshProject(folder);
    }

    /// <summary>The first C# example of the README.</summary>
    public static string FirstExample() =>
        CSharpBlock().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))) is { Success: true } match
            ? match.Groups["code"].Value
            : throw new InvalidOperationException("README.md has no C# example.");

    public async Task<string> BuildAsync()
    {
        await RunAsync("build", "-f", "net10.0");
        return Path.Combine(folder, "bin", "Debug", "net10.0", "Shop");
    }

    public async Task<string> PublishNativeAsync()
    {
        var output = Path.Combine(folder, "native");
        var run = await RunAsync("publish", "-f", "net9.0", "-o", output);
        Assert.DoesNotContain("warning", run, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(output, "Shop");
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var run = await Command.RunAsync("dotnet", [.. arguments, "--nologo"], folder);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output;
    }

    private static string MachineCache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
