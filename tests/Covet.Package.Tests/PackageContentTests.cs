using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Covet.Package.Tests;

public sealed class PackageContentTests(PackedCovet package)
{
    // The kind of debug information that holds source link, of the Portable PDB format.
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void It_holds_the_runtime_the_compilers_part_the_build_files_and_nothing_else()
    {
        // What the packaging format itself adds.
        var entries = package.Entries().Where(e => !e.StartsWith("_rels/", StringComparison.Ordinal) && !e.StartsWith("package/", StringComparison.Ordinal) && e != "[Content_Types].xml");
        string[] expected =
        [
            "Covet.nuspec",
            "LICENSE",
            "README.md",
            .. CompilerParts().Select(p => $"analyzers/dotnet/cs/{p}.dll"),
            .. BuildFiles().Select(f => $"build/{f}"),
            .. BuildFiles().Select(f => $"buildTransitive/{f}"),
            "icon.png",
            "lib/net10.0/Covet.Runtime.dll",
            "lib/net10.0/Covet.Runtime.xml",
            "lib/net9.0/Covet.Runtime.dll",
            "lib/net9.0/Covet.Runtime.xml",
            "tools/netstandard2.0/Covet.Build.dll",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), entries);
    }

    [Fact]
    public void The_templates_package_holds_two_templates_with_what_they_share()
    {
        var entries = package.Entries(id: "Covet.Templates");
        string[] shared = [".dockerignore", ".editorconfig", ".gitignore", ".template.config/template.json", "CovetApp1.Tests/CovetApp1.Tests.csproj", "CovetApp1.Tests/RunningApp.cs", "CovetApp1.slnx", "CovetApp1/App.cs", "CovetApp1/CovetApp1.csproj", "CovetApp1/Program.cs", "Dockerfile", "global.json"];
        Assert.Equal(shared.Concat(["CovetApp1.Tests/HelloTests.cs", "CovetApp1/HelloHandler.cs"]).Order(StringComparer.Ordinal), FilesOf("covet"));
        Assert.Equal(shared.Append("CovetApp1.Tests/TodoTests.cs").Concat(Todos()).Order(StringComparer.Ordinal), FilesOf("covet-api"));

        IEnumerable<string> FilesOf(string template) => entries.Where(e => e.StartsWith($"content/{template}/", StringComparison.Ordinal)).Select(e => e[$"content/{template}/".Length..]);
        static IEnumerable<string> Todos() => new[] { "ITodoStore", "MemoryTodoStore", "NewTodo", "Todo", "TodoHandler" }.Select(t => $"CovetApp1/Todos/{t}.cs");
    }

    [Fact]
    public void It_depends_on_the_shared_framework_alone()
    {
        var nuspec = XDocument.Parse(package.Read("Covet.nuspec"));
        Assert.DoesNotContain(nuspec.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.All(
            nuspec.Descendants().Where(e => e.Name.LocalName == "frameworkReference"),
            e => Assert.Equal("Microsoft.AspNetCore.App", e.Attribute("name")!.Value));
    }

    [Fact]
    public void Its_symbols_are_a_package_of_their_own() =>
        Assert.Equal(
            ["lib/net10.0/Covet.Runtime.pdb", "lib/net9.0/Covet.Runtime.pdb"],
            package.Entries("snupkg").Where(e => e.EndsWith(".pdb", StringComparison.Ordinal)));

    [Fact]
    public void Its_symbols_lead_to_the_sources_of_their_commit()
    {
        Assert.All(package.Entries("snupkg").Where(e => e.EndsWith(".pdb", StringComparison.Ordinal)), entry =>
        {
            using var provider = MetadataReaderProvider.FromPortablePdbImage([.. package.Bytes(entry, "snupkg")]);
            var reader = provider.GetMetadataReader();
            var link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(i => reader.GetGuid(i.Kind) == SourceLink);
            Assert.Matches(@"https://raw\.githubusercontent\.com/covet-dev/covet/[0-9a-f]{40}/\*", Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)));
        });
    }

    [Fact]
    public void Its_assemblies_are_the_same_whenever_they_are_made() => Assert.All(
        package.Entries().Where(e => e.EndsWith(".dll", StringComparison.Ordinal)),
        entry =>
        {
            using var assembly = new PEReader([.. package.Bytes(entry)]);
            Assert.Contains(assembly.ReadDebugDirectory(), d => d.Type == DebugDirectoryEntryType.Reproducible);
        });

    [Fact]
    public void Its_licence_icon_and_readme_are_named_where_package_managers_look()
    {
        var nuspec = XDocument.Parse(package.Read("Covet.nuspec"));
        string Text(string name) => nuspec.Descendants().Single(e => e.Name.LocalName == name).Value;
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("icon.png", Text("icon"));
        Assert.Equal("README.md", Text("readme"));
        Assert.Equal("https://github.com/covet-dev/covet", nuspec.Descendants().Single(e => e.Name.LocalName == "repository").Attribute("url")!.Value);
    }

    [Fact]
    public void Its_files_hold_no_path_of_the_machine_that_built_them()
    {
        var root = Encoding.UTF8.GetBytes(Repository.Root.TrimEnd('/') + "/Covet.");
        Assert.All(package.Entries().Where(e => e.EndsWith(".dll", StringComparison.Ordinal)), e => Assert.True(package.Bytes(e).AsSpan().IndexOf(root) < 0, e));
    }

    [Fact]
    public void Its_readme_is_the_repositorys() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), package.Read("README.md"));

    [Fact]
    public void Packing_gives_no_warning() => Assert.DoesNotContain("warning", package.Output, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> CompilerParts() =>
        new[] { "Covet.Generators", "Covet.Analyzers", "Covet.Analyzers.CodeFixes" }
            .Where(p => p == "Covet.Generators" || Directory.Exists(Path.Combine(Repository.Root, "Covet.Analyzers")));

    private static IEnumerable<string> BuildFiles() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "Covet.Runtime", "build")).Select(f => Path.GetFileName(f));
}
