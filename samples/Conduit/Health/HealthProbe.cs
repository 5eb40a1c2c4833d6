using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conduit.Health;

/// <summary>
/// The command <c>Conduit health [live|ready|startup]</c>: asks the Conduit that runs on this machine, and ends with 0 where the check
/// passes and 1 where it does not. A container's health check runs it, for the image holds no shell and no other client.
/// </summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(IConfiguration configuration, string check)
    {
        var address = BindingAddress.Parse((configuration["urls"] ?? "http://localhost:5000").Split(';')[0]);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, address.Port, patience.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /health/{check} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), patience.Token);
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(patience.Token) == "HTTP/1.1 200 OK" ? 0 : 1;
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException)
        {
            return 1;
        }
    }
}
