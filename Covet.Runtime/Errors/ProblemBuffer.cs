using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Covet.Internal;

/// <summary>
/// A buffer and a writer that each thread keeps, so that a flood of bad requests does not become a flood of garbage.
/// A document is written whole before the first byte is sent: it carries its length, and an error in it cannot tear it.
/// </summary>
internal sealed class ProblemBuffer
{
    // A buffer that one huge document grew is not kept for the life of the thread.
    private const int LargestKept = 64 * 1024;

    // The document is not embedded in HTML, so letters beyond ASCII and quotes stay readable, as in ASP.NET Core's own.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ProblemBuffer? kept;

    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    private ProblemBuffer() => Writer = new Utf8JsonWriter(bytes, Options);

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>A buffer, empty.</summary>
    public static ProblemBuffer Rent()
    {
        var buffer = kept ?? new ProblemBuffer();
        kept = null;
        return buffer;
    }

    /// <summary>Sends what was written as the response's body and gives the buffer back.</summary>
    public Task SendAsync(HttpContext context, int statusCode, string contentType)
    {
        Finish();
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = contentType;
        response.ContentLength = bytes.WrittenCount;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            Return();
            return Task.CompletedTask;
        }

        var written = bytes.WrittenSpan;
        written.CopyTo(response.BodyWriter.GetSpan(written.Length));
        response.BodyWriter.Advance(written.Length);
        Return();
        var flush = response.BodyWriter.FlushAsync(context.RequestAborted);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    // The writer's target is memory, so that nothing waits.
    private void Finish() => Writer.Flush();

    private void Return()
    {
        var fits = bytes.Capacity <= LargestKept;
        bytes.ResetWrittenCount();
        Writer.Reset();
        kept = fits ? this : null;
    }
}
