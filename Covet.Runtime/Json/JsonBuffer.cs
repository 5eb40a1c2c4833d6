using System.Buffers;
using System.Text;

namespace Covet.Internal;

/// <summary>A buffer in one piece that grows; one a thread is kept for the next use.</summary>
internal sealed class JsonBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 4 * 1024;

    // What a thread keeps; larger buffers go back to the pool.
    private const int KeptSize = 256 * 1024;

    [ThreadStatic]
    private static JsonBuffer? kept;

    private byte[] bytes = [];
    private int length;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, length);

    /// <summary>A buffer with nothing in it; give it back with <see cref="Return"/>.</summary>
    public static JsonBuffer Rent()
    {
        var buffer = kept ?? new JsonBuffer();
        kept = null;
        return buffer;
    }

    /// <summary>Gives a buffer back; what was written is gone.</summary>
    public static void Return(JsonBuffer buffer)
    {
        buffer.length = 0;
        if (buffer.bytes.Length > KeptSize)
        {
            ArrayPool<byte>.Shared.Return(buffer.bytes);
            buffer.bytes = [];
        }

        kept = buffer;
    }

    /// <summary>Gives a buffer back, and what was written as text.</summary>
    public static string ReturnAsText(JsonBuffer buffer)
    {
        var text = Encoding.UTF8.GetString(buffer.Written);
        Return(buffer);
        return text;
    }

    /// <summary>Gives a buffer back, and what was written as bytes.</summary>
    public static byte[] ReturnAsBytes(JsonBuffer buffer)
    {
        var bytes = buffer.Written.ToArray();
        Return(buffer);
        return bytes;
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => length = 0;

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(length);
    }

    private void Reserve(int sizeHint)
    {
        var needed = checked(length + Math.Max(sizeHint, 1));
        if (needed <= bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(InitialSize, (int)Math.Min(2L * bytes.Length, Array.MaxLength))));
        bytes.AsSpan(0, length).CopyTo(larger);
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        bytes = larger;
    }
}
