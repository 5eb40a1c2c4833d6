using System.Globalization;
using System.Text;

namespace Covet.Http1;

/// <summary>The <c>Date</c> field (RFC 9110, section 6.6.1), formatted once a second.</summary>
internal sealed class DateHeader
{
    private long second;
    private volatile byte[] bytes = [];

    /// <summary>The field with the line break before it.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Formats the field anew where a second has passed. Connections call it with their heartbeats, and when they begin.</summary>
    public void Refresh()
    {
        var now = DateTimeOffset.UtcNow;
        var current = now.Ticks / TimeSpan.TicksPerSecond;
        if (Interlocked.Exchange(ref second, current) != current || bytes.Length == 0)
        {
            bytes = Encoding.ASCII.GetBytes("\r\nDate: " + now.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
