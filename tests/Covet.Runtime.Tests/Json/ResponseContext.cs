using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Runtime.Tests.Json;

/// <summary>A response whose bytes the test reads when it likes, with a pipe that makes the writer wait.</summary>
internal sealed class ResponseContext : IHttpResponseBodyFeature
{
    private readonly Pipe pipe;

    public ResponseContext(long pauseAt = 0)
    {
        pipe = new Pipe(new PipeOptions(pauseWriterThreshold: pauseAt, resumeWriterThreshold: pauseAt / 2));
        Context.Features.Set<IHttpResponseBodyFeature>(this);
    }

    public DefaultHttpContext Context { get; } = new();

    public PipeReader Client => pipe.Reader;

    public PipeWriter Writer => pipe.Writer;

    public Stream Stream => pipe.Writer.AsStream();

    /// <summary>Ends the response and returns all that has not been read.</summary>
    public async Task<string> EndAsync()
    {
        await pipe.Writer.CompleteAsync();
        return await ReadToEndAsync();
    }

    public async Task<string> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        await pipe.Reader.CopyToAsync(all);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    public async Task<string> ReadAsync()
    {
        var result = await pipe.Reader.ReadAsync();
        var text = Encoding.UTF8.GetString(result.Buffer);
        pipe.Reader.AdvanceTo(result.Buffer.End);
        return text;
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CompleteAsync() => Task.CompletedTask;

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
