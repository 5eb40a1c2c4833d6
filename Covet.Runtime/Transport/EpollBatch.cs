namespace Covet.Transport;

/// <summary>
/// The events that one <c>epoll_wait</c> brought, and who may take them. A thread that is held up in the code of an application loses
/// the batch to a fresh one: the cursor names the owner's generation and the next event in one word, so that each event is taken once.
/// </summary>
internal sealed unsafe class EpollBatch
{
    private const uint Waiting = uint.MaxValue;
    private const int Capacity = 256;

    // Pinned, as the kernel writes into it.
    private readonly byte[] _events = GC.AllocateArray<byte>(Capacity * EpollEvent.LargestSize, pinned: true);
    private readonly byte* _first;
    private uint _count;
    private ulong _cursor;
    private ulong _taken;

    public EpollBatch() => _first = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _events[0]);

    public ulong Cursor => Volatile.Read(ref _cursor);

    /// <summary>How many events were taken since the start: where it stands still beside a cursor that does not wait, an event takes long.</summary>
    public ulong Taken => Volatile.Read(ref _taken);

    public static bool IsWaiting(ulong cursor) => (uint)cursor == Waiting;

    /// <summary>Takes the next event for the owner of this generation; false where there is none left or another thread owns the batch now.</summary>
    public bool TryTake(uint generation, out EpollEvent taken)
    {
        while (true)
        {
            var cursor = Cursor;
            var index = (uint)cursor;
            if (cursor >> 32 != generation || index >= Volatile.Read(ref _count))
            {
                taken = default;
                return false;
            }

            // Read before it is taken: afterwards another thread may have the kernel write the next batch.
            taken = EpollEvent.Read(_first + (index * EpollEvent.Size));
            if (Interlocked.CompareExchange(ref _cursor, cursor + 1, cursor) == cursor)
            {
                _taken++;
                return true;
            }
        }
    }

    /// <summary>Waits for events; false where another thread owns the batch.</summary>
    public bool TryFill(int epoll, uint generation)
    {
        var cursor = Cursor;
        if (cursor >> 32 != generation || Interlocked.CompareExchange(ref _cursor, ((ulong)generation << 32) | Waiting, cursor) != cursor)
        {
            return false;
        }

        // An interrupted wait is an empty batch. Any other failure cannot be: the descriptor is ours and never closed.
        var count = Libc.EpollWait(epoll, _first, Capacity, -1);
        Volatile.Write(ref _count, count > 0 ? (uint)count : 0);
        Interlocked.Exchange(ref _cursor, (ulong)generation << 32);
        return true;
    }

    /// <summary>How many events the last wait brought; for its owner.</summary>
    public uint Count => _count;

    /// <summary>Takes the batch away from its owner, who has not moved since the cursor was read; the new generation, or 0.</summary>
    public uint TakeOver(ulong cursor)
    {
        var generation = (uint)(cursor >> 32) + 1;
        return Interlocked.CompareExchange(ref _cursor, ((ulong)generation << 32) | (uint)cursor, cursor) == cursor ? generation : 0;
    }
}
