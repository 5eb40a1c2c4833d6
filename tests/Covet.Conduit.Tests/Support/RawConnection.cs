using System.Net.Sockets;
using System.Text;

namespace Covet.Conduit.Tests.Support;

/// <summary>A connection on which a test sends what no well-behaved client would.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient client = new() { NoDelay = true };

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        try
        {
            await connection.client.ConnectAsync(address.Host, address.Port);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task SendAsync(string text) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads up to the end of a response's head, and gives it.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await client.GetStream().ReadAsync(one) == 1)
        {
            head.Add(one[0]);
            if (head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
            {
                break;
            }
        }

        return Encoding.ASCII.GetString([.. head]);
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Reads so many bytes.</summary>
    public async Task ReadExactlyAsync(int count) => await client.GetStream().ReadExactlyAsync(new byte[count]);

    public void Dispose() => client.Dispose();
}
