using System.Text.RegularExpressions;

namespace Covet.Package.Tests;

/// <summary>A user's project outside the repository, made as a user makes it: <c>dotnet new web</c>, then <c>dotnet add package Covet</c>.</summary>
internal sealed partial class FreshProject
{
    private const string Name = "Shop";
    private readonly UserFolder folder;

    private FreshProject(UserFolder folder) => this.folder = folder;

    /// <summary>Where the package was unpacked to.</summary>
    public string PackageFolder(string version) => Path.Combine(folder.Cache, "covet", version);

    public static async Task<FreshProject> CreateAsync(PackedCovet package, string framework, string program, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var project = new FreshProject(UserFolder.Create(package, test));
        await project.folder.RunAsync("", "new", "web", "-n", Name, "--no-restore");
        var file = project.folder.Combine(Name, Name + ".csproj");
        var text = File.ReadAllText(file);
        Assert.Contains("<TargetFramework>net10.0</TargetFramework>", text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace("net10.0", framework, StringComparison.Ordinal));
        await project.folder.RunAsync(Name, "add", "package", "Covet", "--version", package.Version);
        File.WriteAllText(project.folder.Combine(Name, "Program.cs"), program);
        return project;
    }

    /// <summary>The first C# example of the README.</summary>
    public static string FirstExample() =>
        CSharpBlock().Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))) is { Success: true } match
            ? match.Groups["code"].Value
            : throw new InvalidOperationException("README.md has no C# example.");

    /// <param name="properties">As on the command line: <c>-p:Name=Value</c>.</param>
    public async Task<string> BuildAsync(params string[] properties)
    {
        var output = folder.Combine(Name, "built");
        NoWarning(await folder.RunAsync(Name, ["build", "-o", output, "--nologo", .. properties]));
        return Path.Combine(output, Name);
    }

    /// <summary>Builds what may be wrong, and gives the compiler's findings as they are shown.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Findings)> TryBuildAsync(params string[] options)
    {
        var (exitCode, output) = await folder.TryAsync(Name, ["build", "--nologo", .. options]);
        return (exitCode, [.. Finding().Matches(output).Select(m => m.Value).Distinct()]);
    }

    public async Task<string> PublishNativeAsync()
    {
        var output = folder.Combine(Name, "native");
        NoWarning(await folder.RunAsync(Name, "publish", "-p:PublishAot=true", "-o", output, "--nologo"));
        return Path.Combine(output, Name);
    }

    /// <summary>Adds a file to the project.</summary>
    public void Add(string file, string text) => File.WriteAllText(folder.Combine(Name, file), text);

    /// <summary>The files that Covet generated, where a build was asked to write them below <c>obj</c>.</summary>
    public string GeneratedCode(string file) => File.ReadAllText(folder.Combine(Name, "obj", "generated", "Covet.Generators", "Covet.Generators.CovetGenerator", file));

    /// <summary>The document that the build wrote beside the project.</summary>
    public string Document(string output = "openapi") => File.ReadAllText(folder.Combine(Name, output, "v1.json"));

    /// <summary>Removes the folder that the build wrote beside the project.</summary>
    public void RemoveDocuments() => Directory.Delete(folder.Combine(Name, "openapi"), recursive: true);

    /// <summary>Whether the build wrote documents beside the project.</summary>
    public bool HasDocuments => Directory.Exists(folder.Combine(Name, "openapi"));

    public static void NoWarning(string output) => Assert.DoesNotContain(output.Split('\n'), l => l.Contains("warning ", StringComparison.Ordinal));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    // Program.cs(12,34): warning CVT0120: ...
    [GeneratedRegex(@"Program\.cs\(\d+,\d+\): (error|warning) CVT\d{4}")]
    private static partial Regex Finding();
}
