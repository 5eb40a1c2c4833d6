using System.Net;
using System.Text.Json.Nodes;
using Npgsql;

namespace Covet.Conduit.Tests.TechEmpower;

/// <summary>The rules of the benchmark, against one build of the sample.</summary>
public abstract class TechEmpowerSuite : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private ConduitProcess? process;
    private string connection = "";

    public async ValueTask InitializeAsync()
    {
        connection = PostgresServer.Shared.CreateDatabase("Maximum Pool Size=8");
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples/TechEmpower/schema.sql")));
        await command.ExecuteNonQueryAsync();
        process = await ConduitProcess.StartAsync(await BinaryAsync(), "--Postgres:Connection", connection);
        client.BaseAddress = process.Api.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Plaintext_and_JSON_are_what_the_rules_say_with_Server_and_Date()
    {
        using var text = await client.GetAsync("/plaintext");
        using var json = await client.GetAsync("/json");

        Assert.Equal("Hello, World!", await text.Content.ReadAsStringAsync());
        Assert.StartsWith("text/plain", text.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"message":"Hello, World!"}""", await json.Content.ReadAsStringAsync());
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(json.Headers.Date);
        Assert.NotEmpty(json.Headers.Server);
    }

    [Fact]
    public async Task A_single_query_is_an_object_with_a_row_of_the_table()
    {
        var world = JsonNode.Parse(await client.GetStringAsync("/db"))!.AsObject();

        Assert.Equal(["id", "randomNumber"], world.Select(member => member.Key));
        Assert.Equal(await NumberAsync(world["id"]!.GetValue<int>()), world["randomNumber"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/queries", 1)]
    [InlineData("/queries?queries=", 1)]
    [InlineData("/queries?queries=foo", 1)]
    [InlineData("/queries?queries=0", 1)]
    [InlineData("/queries?queries=-3", 1)]
    [InlineData("/queries?queries=20", 20)]
    [InlineData("/queries?queries=501", 500)]
    [InlineData("/updates?queries=0", 1)]
    [InlineData("/updates?queries=20", 20)]
    [InlineData("/updates?queries=501", 500)]
    [InlineData("/cached-queries?count=foo", 1)]
    [InlineData("/cached-queries?count=20", 20)]
    [InlineData("/cached-queries?count=501", 500)]
    public async Task The_number_of_rows_is_brought_into_1_to_500(string path, int expected)
    {
        var worlds = JsonNode.Parse(await client.GetStringAsync(path))!.AsArray();

        Assert.Equal(expected, worlds.Count);
        Assert.All(worlds, world => Assert.InRange(world!["randomNumber"]!.GetValue<int>(), 1, 10_000));
    }

    [Fact]
    public async Task Updates_are_in_the_table_afterwards()
    {
        var worlds = JsonNode.Parse(await client.GetStringAsync("/updates?queries=10"))!.AsArray();

        foreach (var world in worlds.GroupBy(world => world!["id"]!.GetValue<int>()).Where(rows => rows.Count() == 1).Select(rows => rows.Single()!))
        {
            Assert.Equal(world["randomNumber"]!.GetValue<int>(), await NumberAsync(world["id"]!.GetValue<int>()));
        }
    }

    [Fact]
    public async Task Many_updates_at_once_do_not_lock_each_other_out()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => client.GetAsync("/updates?queries=500")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Fortunes_are_sorted_and_escaped_with_the_one_of_request_time_among_them()
    {
        using var answer = await client.GetAsync("/fortunes");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("<!DOCTYPE html><html><head><title>Fortunes</title></head><body><table><tr><th>id</th><th>message</th></tr><tr><td>11</td><td>&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td>0</td><td>Additional fortune added at request time.</td></tr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal(14, page.Split("<tr>").Length - 1);
        Assert.Contains("フレームワークのベンチマーク", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    private protected abstract Task<string> BinaryAsync();

    private async Task<int> NumberAsync(int id)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select randomnumber from world where id = $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
