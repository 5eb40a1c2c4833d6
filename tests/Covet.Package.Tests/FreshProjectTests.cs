using System.Net;

namespace Covet.Package.Tests;

public sealed class FreshProjectTests(PackedCovet package)
{
    [Fact]
    public async Task The_readmes_first_example_builds_runs_and_publishes_native_from_the_package_alone()
    {
        var project = FreshProject.Create(package, "shop", FreshProject.FirstExample());
        await Serves(await project.BuildAsync());
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
        using var created = await client.PostAsync("/greetings", new StringContent("""{"name":"Bob"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/greetings/Bob", created.Headers.Location!.OriginalString);
    }
}
