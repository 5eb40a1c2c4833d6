using System.Net;
using System.Text;

namespace Covet.Package.Tests;

public sealed class FreshProjectTests(PackedCovet package)
{
    [Fact]
    public async Task The_readmes_first_example_builds_and_runs_in_an_empty_web_project()
    {
        var project = await FreshProject.CreateAsync(package, "net10.0", FreshProject.FirstExample());
        await Serves(await project.BuildAsync());
        Assert.Contains("\"/greetings/{name}\"", project.Document(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_readmes_first_example_publishes_native_from_a_project_for_net9()
    {
        var project = await FreshProject.CreateAsync(package, "net9.0", FreshProject.FirstExample());
        await Serves(await project.PublishNativeAsync());
    }

    // What the README says about its first example.
    private static async Task Serves(string binary)
    {
        await using var process = await NativeProcess.StartAsync(binary);
        using var client = new HttpClient { BaseAddress = process.BaseAddress };
        Assert.Equal("""{"name":"Ann","text":"Hello, Ann!"}""", await client.GetStringAsync("/greetings/Ann"));
        using var refused = await client.GetAsync("/greetings/Ann?times=9");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        using var body = new StringContent("""{"name":"Bob"}""", Encoding.UTF8, "application/json");
        using var created = await client.PostAsync("/greetings", body);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/greetings/Bob", created.Headers.Location!.OriginalString);
    }
}
