using System.Net;
using System.Net.Sockets;

namespace HttpApp;

/// <summary>An issuer on the network that accepts connections and what is sent on them, and never says a word.</summary>
internal static class SilentIssuer
{
    private static readonly Lazy<TcpListener> Listener = new(Listen);
    private static int asked;

    /// <summary>Where its keys should be.</summary>
    public static string Address => $"http://{Listener.Value.LocalEndpoint}/keys";

    /// <summary>The clock by which it is waited for.</summary>
    public static TurnedClock Clock { get; } = new();

    /// <summary>How many requests it has.</summary>
    public static int Asked => Volatile.Read(ref asked);

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync(listener);
        return listener;
    }

    private static async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            _ = HoldAsync(await listener.AcceptTcpClientAsync());
        }
    }

    private static async Task HoldAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var buffer = new byte[4096];
            while (await stream.ReadAsync(buffer) is > 0 and var length)
            {
                if (buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                {
                    Interlocked.Increment(ref asked);
                }
            }
        }
    }
}
