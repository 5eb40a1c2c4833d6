using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Runtime.Tests.Json;

/// <summary>A request whose body arrives as the test says.</summary>
internal sealed class BodyContext : IRequestBodyPipeFeature
{
    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 0));

    public BodyContext(string? contentType = "application/json")
    {
        Context.Features.Set<IRequestBodyPipeFeature>(this);
        Context.Request.ContentType = contentType;
    }

    public DefaultHttpContext Context { get; } = new();

    public PipeReader Reader => pipe.Reader;

    /// <summary>A request whose body is there already, in pieces of the size.</summary>
    public static DefaultHttpContext Of(string body, int pieceSize = int.MaxValue, string? contentType = "application/json")
    {
        var made = new BodyContext(contentType);
        var bytes = Encoding.UTF8.GetBytes(body);
        made.Context.Request.ContentLength = bytes.Length;
        _ = made.SendAsync(bytes, pieceSize);
        return made.Context;
    }

    /// <summary>Sends bytes, each piece once the last has been looked at, and ends the body.</summary>
    public async Task SendAsync(byte[] bytes, int pieceSize)
    {
        for (var i = 0; i < bytes.Length; i += pieceSize)
        {
            await SendAsync(bytes.AsMemory(i, Math.Min(pieceSize, bytes.Length - i)));
            if (pieceSize < bytes.Length)
            {
                await Task.Yield();
            }
        }

        End();
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await pipe.Writer.WriteAsync(bytes);

    public void End(Exception? failure = null) => pipe.Writer.Complete(failure);
}
