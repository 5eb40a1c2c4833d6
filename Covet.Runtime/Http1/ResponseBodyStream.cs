using Covet.Streams;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Http1;

/// <summary>The response's body as a stream.</summary>
internal sealed class ResponseBodyStream(IHttpBodyControlFeature control, ResponseBodyWriter writer) : WriteOnlyBody
{
    public override void Flush()
    {
        ThrowUnlessSynchronous();
        FlushAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ThrowUnlessSynchronous();
        WriteAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        var flush = writer.FlushAsync(cancellationToken);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var write = writer.WriteAsync(buffer, cancellationToken);
        return write.IsCompletedSuccessfully ? default : new(write.AsTask());
    }

    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(WriteAsync(buffer, offset, count, CancellationToken.None), callback, state);

    public override void EndWrite(IAsyncResult asyncResult) => TaskToAsyncResult.End(asyncResult);

    private void ThrowUnlessSynchronous()
    {
        if (!control.AllowSynchronousIO)
        {
            throw new InvalidOperationException("Synchronous operations are disallowed. Call WriteAsync or set AllowSynchronousIO to true instead.");
        }
    }
}
