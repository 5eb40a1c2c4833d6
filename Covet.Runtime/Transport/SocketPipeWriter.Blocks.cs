using System.Buffers;

namespace Covet.Transport;

/// <summary>The blocks that are written into.</summary>
internal sealed partial class SocketPipeWriter
{
    private const int BlockSize = 16 * 1024;

    public override Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(_written);

    public override Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(_written);

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, (_block?.Length ?? 0) - _written);
        if (IsOver)
        {
            // Nobody will have it: kept, it would be as much as the application writes without looking.
            return;
        }

        _written += bytes;
        _unflushed += bytes;
    }

    /// <summary>Gives back what was never sent, as the socket is closed, and ends a flush that still waits.</summary>
    public void Close()
    {
        lock (_sendGate)
        {
            _broken = true;
            DropUnsent();
        }

        CompleteOnPool(_wait.TryTake());
    }

    private void DropUnsent()
    {
        ReturnBlock();
        _queue.Clear();
    }

    private byte[] Room(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        if (_block is not null && _block.Length - _written >= Math.Max(sizeHint, 1))
        {
            if (_sent == _written && _sent > 0 && !_deferred)
            {
                // All of it has gone: only a flush elsewhere sends, and none is deferred.
                _written = _flushed = _sent = 0;
            }

            return _block;
        }

        lock (_sendGate)
        {
            if (_written > _sent)
            {
                _queue.Add(new ArraySegment<byte>(_block!, _sent, _written - _sent));
                _block = null;
            }

            ReturnBlock();
        }

        return _block = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, BlockSize));
    }

    private void ReturnBlock()
    {
        _written = _flushed = _sent = 0;
        if (_block is { } block)
        {
            _block = null;
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
