namespace Covet.Streams;

/// <summary>A body that is read and never written.</summary>
internal abstract class ReadOnlyBody : ForwardOnlyStream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanWrite => false;

    public sealed override int WriteTimeout
    {
        get => throw Refusal();
        set => throw Refusal();
    }

    // There is nothing to flush, and who copies streams need not ask.
    public sealed override void Flush()
    {
    }

    public sealed override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public sealed override void Write(byte[] buffer, int offset, int count) => throw Refusal();

    private static NotSupportedException Refusal() => new("A request's body is read and not written.");
}
