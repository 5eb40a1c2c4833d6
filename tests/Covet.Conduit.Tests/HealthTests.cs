namespace Covet.Conduit.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task All_checks_pass_while_the_store_answers()
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(Binaries.Jit, "--Embedded:Path", folder.FullName);

        foreach (var check in (string[])["live", "startup", "ready"])
        {
            var answer = await conduit.Api.GetAsync("/health/" + check);
            Assert.Equal((200, "Healthy"), (answer.Status, answer.Content));
        }
    }

    [Fact]
    public async Task Without_its_database_Conduit_lives_but_is_not_ready_and_answers_503_until_the_database_comes()
    {
        using var server = new PostgresServer();
        var connection = server.CreateDatabase("Timeout=2");
        server.Stop();
        await using var conduit = await ConduitProcess.StartAsync(
            Binaries.Jit, "--Store", "postgres", "--Postgres:Connection", connection, "--Tokens:Secret", Convert.ToBase64String(new byte[32]));

        Assert.Equal(200, (await conduit.Api.GetAsync("/health/live")).Status);
        Assert.Equal(503, (await conduit.Api.GetAsync("/health/startup")).Status);
        Assert.Equal(503, (await conduit.Api.GetAsync("/health/ready")).Status);
        var answer = await conduit.Api.GetAsync("/api/tags");
        Assert.Equal(503, answer.Status);
        Assert.Equal(["The store cannot be reached; try again."], answer.Errors);

        server.Start();
        await Eventually.TrueAsync(async () => (await conduit.Api.GetAsync("/health/ready")).Status == 200);
        Assert.Equal(200, (await conduit.Api.GetAsync("/health/startup")).Status);
        Assert.Equal(200, (await conduit.Api.GetAsync("/api/tags")).Status);
    }

    [Fact]
    public async Task When_told_to_stop_Conduit_first_says_that_it_is_not_ready_and_goes_on_serving()
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(Binaries.Jit, "--Embedded:Path", folder.FullName, "--Shutdown:DrainSeconds", ShutdownTests.DrainSeconds);

        conduit.Terminate();

        await Eventually.TrueAsync(async () => (await conduit.Api.GetAsync("/health/ready")).Status == 503);
        Assert.Equal(200, (await conduit.Api.GetAsync("/health/live")).Status);
        Assert.Equal(200, (await conduit.Api.GetAsync("/api/tags")).Status);
        await conduit.WaitForExitAsync();
        Assert.Equal(0, conduit.ExitCode);
    }
}
