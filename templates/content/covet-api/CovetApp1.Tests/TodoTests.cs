using System.Net;
using System.Text;

namespace CovetApp1.Tests;

public sealed class TodoTests
{
    [Fact]
    public async Task A_todo_that_is_added_is_found()
    {
        await using var app = await RunningApp.StartAsync();
        using var created = await PostAsync(app, """{"title":"Write tests"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("""{"id":1,"title":"Write tests","done":false}""", await app.Client.GetStringAsync(created.Headers.Location, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_todo_without_a_title_is_refused_with_the_reason()
    {
        await using var app = await RunningApp.StartAsync();
        using var refused = await PostAsync(app, """{"title":""}""");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("\"title\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningApp app, string json) =>
        app.Client.PostAsync(new Uri("/todos", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
}
