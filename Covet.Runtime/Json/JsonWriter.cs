using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Covet.Internal;

/// <summary>
/// Writes JSON text (RFC 8259) as UTF-8 into a buffer. Checks nothing but depth: generated code is its only caller and
/// decides the structure, with constants (<see cref="WriteRaw(ReadOnlySpan{byte})"/>) that hold punctuation and encoded names.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonWriter
{
    private const int MinimumBuffer = 256;

    private readonly IBufferWriter<byte> output;
    private readonly JsonSettings settings;
    private readonly int maxDepth;
    private readonly bool relaxed;
    private Span<byte> span;
    private int pos;
    private int depth;
    private bool hasItem;
    private long advanced;

    /// <summary>A writer with the web defaults.</summary>
    public JsonWriter(IBufferWriter<byte> output)
        : this(output, JsonSettings.Default)
    {
    }

    /// <summary>A writer with the options that a codec was generated with.</summary>
    public JsonWriter(IBufferWriter<byte> output, JsonSettings settings)
    {
        this.output = output;
        this.settings = settings;
        maxDepth = settings.MaxDepth;
        relaxed = settings.RelaxedEncoder;
        span = output.GetSpan(MinimumBuffer);
    }

    /// <summary>How many bytes have been written so far.</summary>
    public readonly long BytesWritten => advanced + pos;

    /// <summary>How many bytes have been written and not yet handed to the buffer.</summary>
    public readonly int BytesPending => pos;

    /// <summary>The options of the writer.</summary>
    public readonly JsonSettings Settings => settings;

    /// <summary>Hands what has been written to the buffer; the last call of every use.</summary>
    public void Flush()
    {
        if (pos > 0)
        {
            output.Advance(pos);
            advanced += pos;
            pos = 0;
            span = default;
        }
    }

    /// <summary>Writes bytes that are JSON already: punctuation and encoded names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(scoped ReadOnlySpan<byte> json)
    {
        Ensure(json.Length);
        json.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(span), (uint)pos), json.Length));
        pos += json.Length;
    }

    /// <summary>Writes one byte that is JSON already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(byte json)
    {
        Ensure(1);
        Unsafe.Add(ref MemoryMarshal.GetReference(span), (uint)pos++) = json;
    }

    /// <summary>Writes null.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes true or false.</summary>
    public void WriteBoolean(bool value)
    {
        if (value)
        {
            WriteRaw("true"u8);
        }
        else
        {
            WriteRaw("false"u8);
        }
    }

    /// <summary>Counts one level of depth; every object and array with something in it does so.</summary>
    /// <exception cref="JsonException">The value is deeper than the limit, which is most often a cycle.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++depth >= maxDepth)
        {
            ThrowDepth();
        }
    }

    /// <summary>Leaves one level of depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => depth--;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int count)
    {
        if (span.Length - pos < count)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        if (pos > 0)
        {
            output.Advance(pos);
            advanced += pos;
            pos = 0;
        }

        span = output.GetSpan(Math.Max(count, MinimumBuffer));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref byte At(int offset) => ref Unsafe.Add(ref MemoryMarshal.GetReference(span), (uint)(pos + offset));

    private readonly Span<byte> Free => span[pos..];

    private readonly void ThrowDepth()
    {
        if (depth > 256)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        throw new CovetJsonException($"The value is deeper than {maxDepth} levels; it may have a cycle.");
    }
}
