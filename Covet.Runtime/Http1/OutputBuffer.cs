using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>Answers on their way into the transport's pipe: the pipe is asked for memory once for many of them.</summary>
internal sealed class OutputBuffer(PipeWriter writer)
{
    private Memory<byte> memory;
    private int used;

    /// <summary>How many bytes no flush has sent on their way yet.</summary>
    public int Unflushed { get; private set; }

    /// <summary>Memory for at least so many bytes.</summary>
    public Span<byte> GetSpan(int size)
    {
        if (memory.Length - used < size)
        {
            Commit();
            memory = writer.GetMemory(size);
        }

        return memory.Span[used..];
    }

    /// <summary>Adds what was written into the last span.</summary>
    public void Advance(int count)
    {
        used += count;
        Unflushed += count;
    }

    /// <summary>Adds bytes, as many as there are.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var target = GetSpan(1);
            var part = Math.Min(target.Length, bytes.Length);
            bytes[..part].CopyTo(target);
            Advance(part);
            bytes = bytes[part..];
        }
    }

    /// <summary>Sends everything.</summary>
    public ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken)
    {
        Commit();
        Unflushed = 0;
        return writer.FlushAsync(cancellationToken);
    }

    // Memory is not kept over a flush: the pipe may take it back.
    private void Commit()
    {
        if (used > 0)
        {
            writer.Advance(used);
            used = 0;
        }

        memory = default;
    }
}
