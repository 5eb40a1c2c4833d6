using System.Net.Sockets;
using System.Text;

namespace Covet.Aot.Tests;

/// <summary>A connection on which anything can be sent.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient client = new();
    private NetworkStream stream = null!;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection.client.ConnectAsync(address.Host, address.Port);
        connection.stream = connection.client.GetStream();
        return connection;
    }

    public async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes);

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Says that nothing more is sent, and keeps reading.</summary>
    public void EndSending() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Resets the connection, as a client that vanishes does.</summary>
    public void Vanish()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    /// <summary>The next head that the server sends, and nothing after it; what came until then where the server closes.</summary>
    public async Task<string> ReadHeadAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var received = new StringBuilder();
        var one = new byte[1];
        while (!(received.Length >= 4 && received.ToString(received.Length - 4, 4) == "\r\n\r\n") && await stream.ReadAsync(one, timeout.Token) > 0)
        {
            received.Append((char)one[0]);
        }

        return received.ToString();
    }

    /// <summary>So many bytes.</summary>
    public async Task<string> ReadAsync(int length)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var received = new byte[length];
        await stream.ReadExactlyAsync(received, timeout.Token);
        return Encoding.UTF8.GetString(received);
    }

    /// <summary>All that the server sends until it closes; empty where it closes at once.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, timeout.Token);
        }
        catch (IOException)
        {
            // A reset is a closed connection too.
        }

        return Encoding.UTF8.GetString(received.ToArray());
    }

    public ValueTask DisposeAsync()
    {
        stream.Dispose();
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
