using System.Buffers;

namespace Covet.Transport;

/// <summary>Memory for what the server above keeps of a connection. Kestrel asks for no length at all and takes what it gets, which must be a block.</summary>
internal sealed class TransportMemory : MemoryPool<byte>
{
    private const int BlockSize = 4096;

    private TransportMemory()
    {
    }

    public static TransportMemory Instance { get; } = new();

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        return Shared.Rent(BlockSize);
    }

    protected override void Dispose(bool disposing)
    {
        // It holds nothing of its own.
    }
}
