using System.Net.Sockets;
using System.Text;

namespace Covet.Conduit.Tests;

public sealed class ShutdownTests
{
    /// <summary>Long enough to be seen by a test on a machine that is busy with others.</summary>
    internal const string DrainSeconds = "4";

    private const int InFlight = 16;

    [Fact]
    public Task Told_to_stop_Conduit_is_not_ready_first_then_listens_no_more_and_answers_all_in_flight_on_JIT() => StopAsync(Binaries.Jit);

    [Fact]
    public async Task Told_to_stop_Conduit_is_not_ready_first_then_listens_no_more_and_answers_all_in_flight_on_native() =>
        await StopAsync(await Binaries.NativeAsync());

    [Fact]
    public async Task The_health_command_tells_by_its_exit_code_whether_a_Conduit_answers()
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(Binaries.Jit, "--Embedded:Path", folder.FullName);
        var address = conduit.Api.BaseAddress.ToString();

        Assert.Equal(0, (await Command.RunAsync(Binaries.Jit, ["health", "live", "--urls", address], folder.FullName)).ExitCode);
        Assert.Equal(0, (await Command.RunAsync(Binaries.Jit, ["health", "--urls", address], folder.FullName)).ExitCode);
        await conduit.KillAsync();
        Assert.Equal(1, (await Command.RunAsync(Binaries.Jit, ["health", "live", "--urls", address], folder.FullName)).ExitCode);
    }

    private static async Task StopAsync(string binary)
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(binary, "--Embedded:Path", folder.FullName, "--Shutdown:DrainSeconds", DrainSeconds);
        var (slug, requests) = await StartRequestsAsync(conduit.Api);

        conduit.Terminate();
        await Eventually.TrueAsync(async () => (await conduit.Api.GetAsync("/health/ready")).Status == 503);
        Assert.Equal(200, (await conduit.Api.GetAsync("/api/tags")).Status);
        await Eventually.TrueAsync(async () => !await CanConnectAsync(conduit.Api.BaseAddress));
        await FinishRequestsAsync(requests);
        await conduit.WaitForExitAsync();

        Assert.Equal(0, conduit.ExitCode);
        await using var again = await ConduitProcess.StartAsync(binary, "--Embedded:Path", folder.FullName);
        Assert.Equal(InFlight, (await again.Api.GetAsync($"/api/articles/{slug}/comments"))["comments"]!.AsArray().Count);
    }

    /// <summary>Requests of which the server waits for the second half: it has said "100 Continue" and has the first.</summary>
    internal static async Task<(string Slug, List<(RawConnection Connection, string Half)> Requests)> StartRequestsAsync(Api api)
    {
        var (_, token) = await api.RegisterAsync();
        var slug = await api.PublishAsync(token);
        var requests = new List<(RawConnection Connection, string Half)>();
        for (var i = 0; i < InFlight; i++)
        {
            var body = $$$"""{"comment":{"body":"Comment {{{i}}}"}}""";
            var connection = await RawConnection.OpenAsync(api.BaseAddress);
            await connection.SendAsync(
                $"POST /api/articles/{slug}/comments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token {token}\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nExpect: 100-continue\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 100", await connection.ReadHeadAsync(), StringComparison.Ordinal);
            await connection.SendAsync(body[..10]);
            requests.Add((connection, body[10..]));
        }

        return (slug, requests);
    }

    internal static async Task FinishRequestsAsync(List<(RawConnection Connection, string Half)> requests)
    {
        foreach (var (connection, half) in requests)
        {
            await connection.SendAsync(half);
            var answer = await connection.ReadToEndAsync();
            Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
            Assert.Contains("\"body\":\"Comment ", answer, StringComparison.Ordinal);
            connection.Dispose();
        }
    }

    private static async Task<bool> CanConnectAsync(Uri address)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
