namespace Covet.Http1;

/// <summary>
/// What an application writes into the memory of its response's writer. It is the application's until it is advanced over, so it
/// never is the transport's own, which a flush would take away, and never a pool's, which would lend it to others. It is kept for the
/// next answer, but not by a connection that has no next request for long: see <see cref="Rest"/>.
/// </summary>
internal sealed class BodyBuffer
{
    // For a writer that says how much it needs. Most connections are idle, and each has one of these.
    private const int SmallestSize = 256;
    private const int SizeUnasked = 4096;
    private const int LargestKept = 16 * 1024;

    private byte[] bytes = [];
    private byte[]? resting;

    /// <summary>How much was written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>How much memory is held, in bytes.</summary>
    public int Held => bytes.Length + (Volatile.Read(ref resting)?.Length ?? 0);

    /// <summary>Room for more.</summary>
    public Memory<byte> GetMemory(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        if (bytes.Length - Length < Math.Max(sizeHint, 1))
        {
            Grow(sizeHint);
        }

        return bytes.AsMemory(Length);
    }

    /// <summary>Whether so much room was given.</summary>
    public bool CanAdvance(int count) => count >= 0 && count <= bytes.Length - Length;

    /// <summary>Adds what was written into the room.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Forgets what was written; memory for a long body is not kept.</summary>
    public void Clear()
    {
        Length = 0;
        if (bytes.Length > LargestKept)
        {
            bytes = [];
        }
    }

    /// <summary>The connection waits for a request: until the next one asks for it, memory that is more than the smallest may be taken by <see cref="Release"/>.</summary>
    public void Rest()
    {
        if (bytes.Length > SmallestSize && Length == 0)
        {
            Volatile.Write(ref resting, bytes);
            bytes = [];
        }
    }

    /// <summary>Gives up what rests. May be called at any time, on any thread.</summary>
    public void Release() => Volatile.Write(ref resting, null);

    private void Grow(int sizeHint)
    {
        if (bytes.Length == 0 && Interlocked.Exchange(ref resting, null) is { } kept)
        {
            bytes = kept;
            if (kept.Length >= sizeHint)
            {
                return;
            }
        }

        var least = sizeHint == 0 ? SizeUnasked : SmallestSize;
        var larger = new byte[Math.Max(checked(Length + Math.Max(sizeHint, 1)), Math.Max(least, bytes.Length * 2))];
        Written.CopyTo(larger);
        bytes = larger;
    }
}
