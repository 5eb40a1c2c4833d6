using System.Net;
using System.Text;

namespace Covet.Json.Tests.Streams;

/// <summary>A body that is one text over and over, made while it is sent.</summary>
internal sealed class RepeatedContent : HttpContent
{
    private readonly byte[] item;
    private readonly int count;

    public RepeatedContent(string item, int count)
    {
        this.item = Encoding.UTF8.GetBytes(item);
        this.count = count;
        Headers.ContentType = new("application/json");
    }

    public long Size => (long)count * (item.Length + 1);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] next = [(byte)',', .. item];
        await stream.WriteAsync("["u8.ToArray());
        await stream.WriteAsync(item);
        for (var i = 1; i < count; i++)
        {
            await stream.WriteAsync(next);
        }

        await stream.WriteAsync("]"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
