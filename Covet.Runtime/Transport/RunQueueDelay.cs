using System.Buffers.Text;
using Microsoft.Win32.SafeHandles;

namespace Covet.Transport;

/// <summary>
/// How long a thread has stood ready to run without a processor, in nanoseconds: the second number of <c>/proc/self/task/ID/schedstat</c>
/// (proc(5)). Other threads may read it.
/// </summary>
internal sealed class RunQueueDelay : IDisposable
{
    private readonly SafeFileHandle? _file = Open();

    /// <summary>The delay since the thread's start; 0 where the kernel does not tell.</summary>
    public long Read()
    {
        try
        {
            Span<byte> text = stackalloc byte[80];
            return _file is null ? 0 : Parse(text[..RandomAccess.Read(_file, text, 0)]);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The thread has ended.
            return 0;
        }
    }

    public void Dispose() => _file?.Dispose();

    // thread-self is a link to the calling thread's folder.
    private static SafeFileHandle? Open()
    {
        try
        {
            return File.OpenHandle("/proc/thread-self/schedstat");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private static long Parse(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text[(text.IndexOf((byte)' ') + 1)..], out long delay, out _) ? delay : 0;
}
