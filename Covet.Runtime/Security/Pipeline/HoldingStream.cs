using Covet.Streams;
using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>
/// Keeps what is written, until it is more than a limit; then it writes through, or forgets it all where the answer will be another.
/// </summary>
internal sealed class HoldingStream(IHttpResponseBodyFeature inner, int limit, Func<bool>? mayLeave) : WriteOnlyBody
{
    private readonly ArrayBufferWriter<byte> held = new(1024);
    private bool forgets;

    public bool HasLeft { get; private set; }

    public ReadOnlyMemory<byte> Held => HasLeft ? default : held.WrittenMemory;

    public override void Flush()
    {
    }

    // An endpoint that flushes early does not make the response start.
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        HasLeft ? inner.Stream.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (forgets)
        {
            return;
        }

        if (!HasLeft && held.WrittenCount + buffer.Length <= limit)
        {
            held.Write(buffer.Span);
            return;
        }

        if (!HasLeft)
        {
            if (Forgets())
            {
                return;
            }

            HasLeft = true;
            await inner.Stream.WriteAsync(held.WrittenMemory, cancellationToken);
            held.Clear();
        }

        await inner.Stream.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Past the limit the server's own stream decides whether it is written synchronously.
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (forgets)
        {
            return;
        }

        if (!HasLeft && held.WrittenCount + count <= limit)
        {
            held.Write(buffer.AsSpan(offset, count));
            return;
        }

        if (!HasLeft)
        {
            if (Forgets())
            {
                return;
            }

            inner.Stream.Write(held.WrittenSpan);
            HasLeft = true;
            held.Clear();
        }

        inner.Stream.Write(buffer, offset, count);
    }

    private bool Forgets()
    {
        forgets = mayLeave?.Invoke() == false;
        if (forgets)
        {
            held.Clear();
        }

        return forgets;
    }
}
