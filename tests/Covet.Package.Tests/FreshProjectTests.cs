using System.Net;
using System.Text;

namespace Covet.Package.Tests;

public sealed class FreshProjectTests(PackedCovet package)
{
    // One mistake that blocks generation, and one that only analyzers see.
    private const string Mistaken = """
        var builder = CovetApp.CreateBuilder(args);
        builder.Services.AddCovet();
        var app = builder.Build();
        app.MapCovet();
        app.Run();

        [Handler("/items")]
        public sealed class ItemHandler
        {
            [Get("{id:integer}")]
            public string Find(int id) => "item";

            [Get("shops/{shop}")]
            public string Shop() => "shop";
        }
        """;

    // JSON without HTTP, of a type that nothing but the call names.
    private const string Notes = """
        namespace Shop;

        public sealed record Note(string Text, int[] Marks);

        [Handler("/notes")]
        public static class NoteHandler
        {
            [Get("{text}")]
            public static string Write(string text) => Covet.CovetJson.Serialize(Covet.CovetJson.Deserialize<Note>(Covet.CovetJson.Serialize(new Note(text, [1, 2]))));
        }
        """;

    [Fact]
    public async Task The_readmes_first_example_builds_and_runs_in_an_empty_web_project_from_an_empty_cache()
    {
        var project = await FreshProject.CreateAsync(package, "net10.0", FreshProject.FirstExample());
        project.Add("Notes.cs", Notes);
        await Serves(await project.BuildAsync("-p:EmitCompilerGeneratedFiles=true", "-p:CompilerGeneratedFilesOutputPath=obj/generated"));
        var calls = project.GeneratedCode("CovetJsonCalls.g.cs");
        Assert.Contains("JsonCalls.Serialize<global::Shop.Note, ", calls, StringComparison.Ordinal);
        Assert.Contains("// Notes.cs, line 9", calls, StringComparison.Ordinal);
        var document = project.Document();
        Assert.Contains("\"/greetings/{name}\"", document, StringComparison.Ordinal);

        // One property moves the documents, or leaves them out; a build that compiles nothing writes them, too.
        project.RemoveDocuments();
        await project.BuildAsync("-p:CovetOpenApiOutput=false");
        Assert.False(project.HasDocuments);
        await project.BuildAsync("-p:CovetOpenApiOutput=docs/api");
        Assert.False(project.HasDocuments);
        Assert.Equal(document, project.Document("docs/api"));

        // Unpacked here, and so from the feed.
        Assert.True(File.Exists(Path.Combine(project.PackageFolder(package.Version), "analyzers", "dotnet", "cs", "Covet.Analyzers.dll")));
    }

    [Fact]
    public async Task A_mistake_is_shown_by_the_packages_analyzers_and_stays_an_error_without_them()
    {
        var project = await FreshProject.CreateAsync(package, "net10.0", Mistaken);
        var with = await project.TryBuildAsync();
        Assert.NotEqual(0, with.ExitCode);
        Assert.Contains("Program.cs(10,6): error CVT0110", with.Findings);
        Assert.Contains("Program.cs(13,17): warning CVT0120", with.Findings);

        var without = await project.TryBuildAsync("-p:RunAnalyzers=false");
        Assert.NotEqual(0, without.ExitCode);
        Assert.Equal(["Program.cs(10,6): error CVT0001"], without.Findings);
    }

    [Fact]
    public async Task The_readmes_first_example_publishes_native_from_a_project_for_net9()
    {
        var project = await FreshProject.CreateAsync(package, "net9.0", FreshProject.FirstExample());
        project.Add("Notes.cs", Notes);
        await Serves(await project.PublishNativeAsync());
    }

    // What the README says about its first example.
    private static async Task Serves(string binary)
    {
        await using var process = await NativeProcess.StartAsync(binary);
        using var client = new HttpClient { BaseAddress = process.BaseAddress };
        Assert.Equal("""{"name":"Ann","text":"Hello, Ann!"}""", await client.GetStringAsync("/greetings/Ann"));
        Assert.Equal("""{"text":"hi","marks":[1,2]}""", await client.GetStringAsync("/notes/hi"));
        using var refused = await client.GetAsync("/greetings/Ann?times=9");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        using var body = new StringContent("""{"name":"Bob"}""", Encoding.UTF8, "application/json");
        using var created = await client.PostAsync("/greetings", body);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/greetings/Bob", created.Headers.Location!.OriginalString);
    }
}
