using System.Runtime.CompilerServices;

namespace Covet;

/// <summary>
/// The states of many keys: 24 bytes each in open-addressed arrays, 64 of them under a lock each. Keys that say nothing any
/// more are dropped when an array would have to grow, so memory follows the keys of the last period.
/// </summary>
internal sealed class RateLimitTable<TCounter>(TCounter counter, int maxKeys)
    where TCounter : struct, IRateCounter
{
    private const int Shards = 64;

    private readonly Shard?[] shards = new Shard?[Shards];

    /// <summary>How many keys are held.</summary>
    public int Count => (int)Sum(static shard => shard.Count);

    /// <summary>The bytes of the arrays.</summary>
    public long Bytes => Sum(static shard => shard.Bytes);

    public RateDecision Decide(UInt128 key, long now)
    {
        ref var slot = ref shards[(int)((ulong)key & (Shards - 1))];
        var shard = Volatile.Read(ref slot) ?? Interlocked.CompareExchange(ref slot, new Shard(), null) ?? slot!;
        lock (shard.Gate)
        {
            ref var state = ref shard.Find(key, now, counter, maxKeys / Shards);
            return counter.Count(ref state, now);
        }
    }

    private long Sum(Func<Shard, long> of)
    {
        var sum = 0L;
        foreach (var shard in shards)
        {
            sum += shard is null ? 0 : of(shard);
        }

        return sum;
    }

    private struct Entry
    {
        public ulong High;
        public ulong Low;
        public long State;
    }

    private sealed class Shard
    {
        private const int InitialCapacity = 8;

        private Entry[] entries = new Entry[InitialCapacity];

        public Lock Gate { get; } = new();

        public int Count { get; private set; }

        public long Bytes => (long)entries.Length * Unsafe.SizeOf<Entry>();

        public ref long Find(UInt128 key, long now, in TCounter counter, int limit)
        {
            // An empty place has a low half of 0.
            var high = (ulong)(key >> 64);
            var low = (ulong)key | (1UL << 63);
            ref var found = ref Probe(entries, high, low);
            if (found.Low == 0)
            {
                if (Count >= entries.Length / 5 * 4)
                {
                    Rebuild(now, counter, limit);
                    found = ref Probe(entries, high, low);
                }

                found.High = high;
                found.Low = low;
                Count++;
            }

            return ref found.State;
        }

        private static ref Entry Probe(Entry[] entries, ulong high, ulong low)
        {
            // The upper half of a product reduces a hash to a range without a division.
            var index = (int)Math.BigMul(high, (ulong)entries.Length, out _);
            while (true)
            {
                ref var entry = ref entries[index];
                if (entry.Low == 0 || (entry.Low == low && entry.High == high))
                {
                    return ref entry;
                }

                index = index + 1 == entries.Length ? 0 : index + 1;
            }
        }

        private void Rebuild(long now, in TCounter counter, int limit)
        {
            var live = 0;
            foreach (ref readonly var entry in entries.AsSpan())
            {
                live += entry.Low != 0 && !counter.IsExpired(entry.State, now) ? 1 : 0;
            }

            // Past the limit every second key is forgotten: memory is bounded whatever a flood of keys may be.
            var every = live >= limit ? 2 : 1;
            var room = Math.Max(InitialCapacity, (live / every * 8 / 5) + 1);
            var next = new Entry[room];
            var kept = 0;
            var seen = 0;
            foreach (ref readonly var entry in entries.AsSpan())
            {
                if (entry.Low != 0 && !counter.IsExpired(entry.State, now) && seen++ % every == 0)
                {
                    Probe(next, entry.High, entry.Low) = entry;
                    kept++;
                }
            }

            entries = next;
            Count = kept;
        }
    }
}
