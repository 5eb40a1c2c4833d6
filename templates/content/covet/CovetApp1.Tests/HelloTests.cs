namespace CovetApp1.Tests;

public sealed class HelloTests
{
    [Fact]
    public async Task It_greets_by_name()
    {
        await using var app = await RunningApp.StartAsync();
        Assert.Equal("Hello, Ann!", await app.Client.GetStringAsync("/hello/Ann", TestContext.Current.CancellationToken));
    }
}
