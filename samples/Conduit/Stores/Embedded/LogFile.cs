using Microsoft.Win32.SafeHandles;

namespace Conduit.Stores.Embedded;

/// <summary>One log, open for appending. Opened for itself alone: a second process is refused.</summary>
internal sealed class LogFile : IDisposable
{
    private static readonly byte[] Magic = "CONDUIT1"u8.ToArray();

    private readonly SafeFileHandle handle;

    private LogFile(SafeFileHandle handle, long length)
    {
        this.handle = handle;
        Length = length;
    }

    /// <summary>Bytes up to the end of the last whole frame.</summary>
    public long Length { get; private set; }

    public static LogFile Create(string path)
    {
        var handle = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            RandomAccess.Write(handle, Magic, 0);
            return new LogFile(handle, Magic.Length);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether an exception is the disk's refusal: it is full, it is read-only, or the file may not grow further, which .NET tells as an
    /// argument out of range.
    /// </summary>
    public static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    /// <summary>Opens a log, hands over every payload in order, and cuts off a last frame that a crash has torn.</summary>
    /// <exception cref="InvalidDataException">The file is no log, or is damaged before its end, which no crash does.</exception>
    public static LogFile Open(string path, Action<byte[]> payload)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var end = RandomAccess.GetLength(handle);
            if (!Read(handle, 0, Magic.Length).AsSpan().SequenceEqual(Magic))
            {
                throw new InvalidDataException($"{path} is not a log of Conduit.");
            }

            long position = Magic.Length;
            while (ReadFrame(handle, position, end) is { } content)
            {
                payload(content);
                position += LogFrame.HeaderLength + content.Length;
            }

            if (position < end)
            {
                EnsureTorn(path, Read(handle, position, (int)Math.Min(end - position, Array.MaxLength)), position);
                RandomAccess.SetLength(handle, position);
                RandomAccess.FlushToDisk(handle);
            }

            return new LogFile(handle, position);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Writes a frame and waits until the disk has it. After an exception, <see cref="TryTruncate"/> or give the log up.</summary>
    public void Append(ReadOnlySpan<byte> frame)
    {
        RandomAccess.Write(handle, frame, Length);
        RandomAccess.FlushToDisk(handle);
        Length += frame.Length;
    }

    /// <summary>Writes a frame that a later <see cref="Flush"/> puts on the disk.</summary>
    public void Write(ReadOnlySpan<byte> frame)
    {
        RandomAccess.Write(handle, frame, Length);
        Length += frame.Length;
    }

    public void Flush() => RandomAccess.FlushToDisk(handle);

    /// <summary>Copies all from a position on to the end of another log.</summary>
    public void CopyTo(LogFile other, long from)
    {
        var buffer = new byte[81920];
        for (var position = from; position < Length;)
        {
            var read = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, Length - position)), position);
            if (read == 0)
            {
                throw new EndOfStreamException("The log is shorter than what was written to it.");
            }

            other.Write(buffer.AsSpan(0, read));
            position += read;
        }
    }

    /// <summary>Takes back what a failed append may have written. False: the disk refuses, and what it holds is not known.</summary>
    public bool TryTruncate()
    {
        try
        {
            RandomAccess.SetLength(handle, Length);
            RandomAccess.FlushToDisk(handle);
            return true;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return false;
        }
    }

    public void Dispose() => handle.Dispose();

    private static byte[]? ReadFrame(SafeFileHandle handle, long position, long end)
    {
        var header = Read(handle, position, LogFrame.HeaderLength);
        if (!LogFrame.TryReadLength(header, out var length) || length > end - position - LogFrame.HeaderLength)
        {
            return null;
        }

        var payload = Read(handle, position + LogFrame.HeaderLength, length);
        return LogFrame.IsSound(header, payload) ? payload : null;
    }

    private static byte[] Read(SafeFileHandle handle, long position, int length)
    {
        var bytes = new byte[length];
        var filled = 0;
        while (filled < length)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(filled), position + filled);
            if (read == 0)
            {
                return bytes[..filled];
            }

            filled += read;
        }

        return bytes;
    }

    /// <summary>A sound frame after an unsound one means that acknowledged data is damaged; to start without it would hide the loss.</summary>
    private static void EnsureTorn(string path, ReadOnlySpan<byte> rest, long position)
    {
        for (var next = 1; next < rest.Length - LogFrame.HeaderLength; next++)
        {
            var tail = rest[next..];
            if (LogFrame.TryReadLength(tail, out var length)
                && length <= tail.Length - LogFrame.HeaderLength
                && LogFrame.IsSound(tail, tail.Slice(LogFrame.HeaderLength, length)))
            {
                throw new InvalidDataException($"{path} is damaged at byte {position}, and has data after it. Restore it from a backup.");
            }
        }
    }
}
