namespace Covet.Http1;

/// <summary>
/// What an application writes into the memory of its response's writer. It is the application's until it is advanced over, so it
/// never is the transport's own, which a flush would take away, and never a pool's, which would lend it to others.
/// </summary>
internal sealed class BodyBuffer
{
    private const int InitialSize = 4096;
    private const int LargestKept = 16 * 1024;

    private byte[] bytes = [];

    /// <summary>How much was written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Room for more.</summary>
    public Memory<byte> GetMemory(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var needed = Math.Max(sizeHint, 1);
        if (bytes.Length - Length < needed)
        {
            Grow(needed);
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

    private void Grow(int needed)
    {
        var larger = new byte[Math.Max(checked(Length + needed), Math.Max(InitialSize, bytes.Length * 2))];
        Written.CopyTo(larger);
        bytes = larger;
    }
}
