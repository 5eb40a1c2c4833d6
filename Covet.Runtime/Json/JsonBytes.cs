using System.Buffers;

namespace Covet.Internal;

/// <summary>Bytes in one pooled array that grows as they arrive, whatever length the client has announced.</summary>
internal sealed class JsonBytes : IDisposable
{
    private byte[] buffer;
    private int length;

    public JsonBytes(in ReadOnlySequence<byte> first)
    {
        buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(first.Length, Array.MaxLength));
        Append(first);
    }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <exception cref="BadHttpRequestException">There are more bytes than an array can hold.</exception>
    public void Append(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > Array.MaxLength - length)
        {
            throw new BadHttpRequestException("The body is longer than an array can be.", StatusCodes.Status413PayloadTooLarge);
        }

        var more = (int)bytes.Length;
        if (buffer.Length - length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * buffer.Length, (long)length + more), Array.MaxLength));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        bytes.CopyTo(buffer.AsSpan(length));
        length += more;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
