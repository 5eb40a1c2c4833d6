using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>Keeps what is written, until it is more than a limit; then it writes through.</summary>
internal sealed class HoldingStream(IHttpResponseBodyFeature inner, int limit) : Stream
{
    private readonly ArrayBufferWriter<byte> held = new(1024);

    public bool HasLeft { get; private set; }

    public ReadOnlyMemory<byte> Held => HasLeft ? default : held.WrittenMemory;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    // An endpoint that flushes early does not make the response start.
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        HasLeft ? inner.Stream.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!HasLeft && held.WrittenCount + buffer.Length <= limit)
        {
            held.Write(buffer.Span);
            return;
        }

        if (!HasLeft)
        {
            HasLeft = true;
            await inner.Stream.WriteAsync(held.WrittenMemory, cancellationToken);
            held.Clear();
        }

        await inner.Stream.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (HasLeft || held.WrittenCount + count > limit)
        {
            throw new InvalidOperationException("Synchronous operations are disallowed: write asynchronously.");
        }

        held.Write(buffer.AsSpan(offset, count));
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
