using System.Buffers;

namespace Covet.Transport;

/// <summary>
/// Bytes that were received and not consumed: one contiguous array, so that a parser sees one span. It is rented when bytes are to come
/// and given back when none are left; it doubles where a reader wants more than it holds.
/// </summary>
internal struct ReceiveBuffer
{
    public const int Size = 16 * 1024;

    private byte[]? _bytes;
    private int _start;
    private int _examined;
    private int _end;

    public readonly bool IsEmpty => _start == _end;

    /// <summary>Whether there are bytes that the reader has not looked at.</summary>
    public readonly bool HasNews => _examined < _end;

    public readonly ReadOnlySequence<byte> Sequence => _bytes is null ? default : new ReadOnlySequence<byte>(_bytes, _start, _end - _start);

    public void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        // A position of another object is one of the empty sequence.
        if (_bytes is not null && ReferenceEquals(consumed.GetObject(), _bytes))
        {
            _start = consumed.GetInteger();
            _examined = Math.Max(_start, examined.GetInteger());
            if (_start == _end)
            {
                _start = _examined = _end = 0;
            }
        }
    }

    /// <summary>Room for more bytes, at least one.</summary>
    public Span<byte> MakeRoom()
    {
        if (_bytes is null)
        {
            _start = _examined = _end = 0;
            _bytes = ArrayPool<byte>.Shared.Rent(Size);
        }
        else if (_end == _bytes.Length)
        {
            var target = _start > 0 ? _bytes : ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            _bytes.AsSpan(_start, _end - _start).CopyTo(target);
            (_start, _examined, _end) = (0, _examined - _start, _end - _start);
            if (!ReferenceEquals(target, _bytes))
            {
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = target;
            }
        }

        return _bytes.AsSpan(_end);
    }

    public void Received(int count) => _end += count;

    public void Return()
    {
        if (_bytes is { } bytes)
        {
            _bytes = null;
            _start = _examined = _end = 0;
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
