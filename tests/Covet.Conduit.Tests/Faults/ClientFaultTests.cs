using System.Text;

namespace Covet.Conduit.Tests.Faults;

public sealed class ClientFaultTests
{
    private const string Request = "GET /api/tags HTTP/1.1\r\nHost: localhost\r\n\r\n";

    [Fact]
    public async Task Clients_that_send_or_read_slowly_hold_up_nobody_and_a_body_that_does_not_come_is_408()
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(await Binaries.NativeAsync(), "--Embedded:Path", folder.FullName);
        var (_, token) = await conduit.Api.RegisterAsync();
        await conduit.Api.PublishAsync(token);
        var before = conduit.Handles;

        var headless = await OpenAsync(conduit, 300, Request[..^4]);
        var bodyless = await OpenAsync(conduit, 100, "POST /api/users HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        var deaf = await OpenAsync(conduit, 50, string.Concat(Enumerable.Repeat(Request.Replace("tags", "articles", StringComparison.Ordinal), 100)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => conduit.Api.GetAsync("/api/articles")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        foreach (var connection in headless)
        {
            await connection.SendAsync("\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 200", await connection.ReadHeadAsync(), StringComparison.Ordinal);
        }

        foreach (var connection in bodyless)
        {
            Assert.StartsWith("HTTP/1.1 408", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Close([.. headless, .. bodyless, .. deaf]);
        conduit.Api.CloseIdle();
        await Eventually.TrueAsync(() => Task.FromResult(conduit.Handles <= before));
    }

    [Fact]
    public async Task Ten_thousand_connections_are_served_again_and_again_and_leave_nothing_behind()
    {
        const int many = 10_000;
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(await Binaries.NativeAsync(), "--Embedded:Path", folder.FullName);
        await conduit.Api.GetAsync("/api/tags");
        var (handles, resident) = (conduit.Handles, conduit.Resident);

        List<RawConnection> connections = [];
        foreach (var some in Enumerable.Range(0, many).Chunk(500))
        {
            // No more at once than the queue of a listening socket takes.
            connections.AddRange(await Task.WhenAll(some.Select(_ => RawConnection.OpenAsync(conduit.Api.BaseAddress))));
        }

        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(connections.Select(async connection =>
            {
                await connection.SendAsync(Request);
                Assert.StartsWith("HTTP/1.1 200", await connection.ReadHeadAsync(), StringComparison.Ordinal);
                await connection.ReadExactlyAsync(Encoding.ASCII.GetByteCount("{\"tags\":[]}"));
            }));
        }

        Assert.True(conduit.Handles >= handles + many);
        TestContext.Current.TestOutputHelper!.WriteLine($"{(conduit.Resident - resident) / many:N0} bytes of resident memory a connection");
        Close(connections);
        await Eventually.TrueAsync(() => Task.FromResult(conduit.Handles <= handles));
        Assert.Equal(200, (await conduit.Api.GetAsync("/api/tags")).Status);
    }

    private static async Task<List<RawConnection>> OpenAsync(ConduitProcess conduit, int count, string text)
    {
        var connections = new List<RawConnection>();
        for (var i = 0; i < count; i++)
        {
            var connection = await RawConnection.OpenAsync(conduit.Api.BaseAddress);
            await connection.SendAsync(text);
            connections.Add(connection);
        }

        return connections;
    }

    private static void Close(List<RawConnection> connections) => connections.ForEach(static connection => connection.Dispose());
}
