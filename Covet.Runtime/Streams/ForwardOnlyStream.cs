namespace Covet.Streams;

/// <summary>A body: bytes that come or go once and in order. What needs a place or a length is refused as every such stream of .NET refuses it.</summary>
internal abstract class ForwardOnlyStream : Stream
{
    public sealed override bool CanSeek => false;

    public sealed override long Length => throw Refusal();

    public sealed override long Position
    {
        get => throw Refusal();
        set => throw Refusal();
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw Refusal();

    public sealed override void SetLength(long value) => throw Refusal();

    private static NotSupportedException Refusal() => new("A body is read or written once and in order; it has no length or position.");
}
