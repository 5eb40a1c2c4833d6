using System.Text.RegularExpressions;

namespace Covet.Package.Tests;

/// <summary>The template package as a user has it: installed by its name, and each template made, built, tested and run.</summary>
public sealed partial class TemplateTests(PackedCovet package)
{
    private const string Name = "Shop";

    public static TheoryData<string, string, string> Templates() => new()
    {
        { "covet", "/hello/Ann", "Hello, Ann!" },
        { "covet-api", "/todos", "[]" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_gives_a_project_that_builds_without_a_warning_passes_its_tests_and_serves(string template, string path, string answer)
    {
        var folder = await CreateAsync("templates-" + template, template);
        string[] expected = [".dockerignore", ".editorconfig", ".gitignore", "Dockerfile", "Shop.slnx", "Shop/App.cs", "Shop/Program.cs", "Shop/Shop.csproj", "Shop.Tests/Shop.Tests.csproj", "global.json"];
        Assert.All(expected, file => Assert.True(File.Exists(folder.Combine(Name, file)), file));
        Assert.DoesNotContain(Texts(folder), text => text.Contains("CovetApp1", StringComparison.Ordinal) || text.Contains("COVET_", StringComparison.Ordinal));

        // The feed has no native compiler of this framework, and building needs none.
        FreshProject.NoWarning(await folder.RunAsync(Name, "build", "-p:PublishAot=false", "--nologo"));
        var tests = await folder.RunAsync(Name, "test", "--no-build", "-p:PublishAot=false");
        Assert.Contains("failed: 0", tests, StringComparison.Ordinal);
        Assert.DoesNotContain("total: 0", tests, StringComparison.Ordinal);
        await Serves(folder.Combine(Name, Name, "bin", "Debug", "net10.0", Name), path, answer);
    }

    [Fact]
    public async Task The_command_in_a_templates_dockerfile_publishes_the_native_program_that_it_starts()
    {
        var folder = await CreateAsync("templates-native", "covet-api", "--Framework", "net9.0");
        var dockerfile = await File.ReadAllTextAsync(folder.Combine(Name, "Dockerfile"), TestContext.Current.CancellationToken);
        var command = PublishCommand().Match(dockerfile).Groups["command"].Value;
        var output = folder.Combine("app");
        FreshProject.NoWarning(await folder.RunAsync(Name, [.. command.Replace("/app", output, StringComparison.Ordinal).Split(' ')]));
        await Serves(Path.Combine(output, EntryPoint().Match(dockerfile).Groups["program"].Value), "/todos", "[]");
    }

    [Fact]
    public void A_dockerfile_names_no_registry() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "templates"), "Dockerfile", SearchOption.AllDirectories).SelectMany(File.ReadLines).Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)),
            line => Assert.StartsWith("FROM ${", line, StringComparison.Ordinal));

    private async Task<UserFolder> CreateAsync(string name, string template, params string[] options)
    {
        var folder = UserFolder.Create(package, name);

        // The user's own templates stay as they are.
        string[] hive = ["--debug:custom-hive", folder.Combine("hive")];
        await folder.RunAsync("", ["new", "install", $"Covet.Templates@{package.Version}", .. hive]);
        await folder.RunAsync("", ["new", template, "-n", Name, "-o", Name, .. options, .. hive]);
        return folder;
    }

    private static IEnumerable<string> Texts(UserFolder folder) =>
        Directory.EnumerateFiles(folder.Combine(Name), "*", SearchOption.AllDirectories).SelectMany(f => new[] { f[folder.Path.Length..], File.ReadAllText(f) });

    private static async Task Serves(string binary, string path, string answer)
    {
        await using var process = await NativeProcess.StartAsync(binary);
        using var client = new HttpClient { BaseAddress = process.BaseAddress };
        Assert.Equal(answer, await client.GetStringAsync(path));
    }

    [GeneratedRegex(@"^RUN dotnet (?<command>publish .*)$", RegexOptions.Multiline)]
    private static partial Regex PublishCommand();

    [GeneratedRegex(@"^ENTRYPOINT \[""./(?<program>\w+)""\]", RegexOptions.Multiline)]
    private static partial Regex EntryPoint();
}
