using System.Buffers;

namespace Covet.Transport;

/// <summary>Blocks that are full and not sent yet, in order; each goes back to the pool when its last byte was sent.</summary>
internal sealed class SendQueue
{
    private readonly Queue<ArraySegment<byte>> _blocks = new();
    private int _skipped;

    public bool IsEmpty => _blocks.Count == 0;

    public void Add(ArraySegment<byte> block) => _blocks.Enqueue(block);

    public bool TryPeek(out ArraySegment<byte> unsent)
    {
        var found = _blocks.TryPeek(out var block);
        unsent = found ? block[_skipped..] : default;
        return found;
    }

    public void Skip(int count)
    {
        _skipped += count;
        if (_skipped == _blocks.Peek().Count)
        {
            _skipped = 0;
            ArrayPool<byte>.Shared.Return(_blocks.Dequeue().Array!);
        }
    }

    public void Clear()
    {
        _skipped = 0;
        while (_blocks.TryDequeue(out var block))
        {
            ArrayPool<byte>.Shared.Return(block.Array!);
        }
    }
}
