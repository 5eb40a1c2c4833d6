namespace Covet.Streams;

/// <summary>A body that is written and never read.</summary>
internal abstract class WriteOnlyBody : ForwardOnlyStream
{
    public sealed override bool CanRead => false;

    public sealed override bool CanWrite => true;

    public sealed override int ReadTimeout
    {
        get => throw Refusal();
        set => throw Refusal();
    }

    public sealed override int Read(byte[] buffer, int offset, int count) => throw Refusal();

    private static NotSupportedException Refusal() => new("A response's body is written and not read.");
}
