using System.Buffers;
using System.Text;

namespace Covet.Internal;

/// <summary>A text in UTF-8, in memory that goes back to the pool: nothing that is read keeps a part of its input.</summary>
internal readonly ref struct JsonTextBytes
{
    private readonly byte[] bytes;
    private readonly int length;

    public JsonTextBytes(string text)
    {
        bytes = ArrayPool<byte>.Shared.Rent(text.Length <= 1024 ? Encoding.UTF8.GetMaxByteCount(text.Length) : Encoding.UTF8.GetByteCount(text));
        length = Encoding.UTF8.GetBytes(text, bytes);
    }

    public ReadOnlySpan<byte> Utf8 => bytes.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}
