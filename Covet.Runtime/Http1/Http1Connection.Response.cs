using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Http1;

/// <summary>The response as the application sees it.</summary>
internal abstract partial class Http1Connection : IHttpResponseFeature, IHttpResponseBodyFeature
{
    private readonly ResponseHeaders responseHeaders = new();
    private readonly ResponseBodyWriter responseWriter;
    private ResponseBodyStream? responseStream;
    private IHeaderDictionary? otherResponseHeaders;
    private Stream? otherResponseBody;
    private PipeWriter? otherResponseWriter;
    private int statusCode;
    private string? reasonPhrase;
    private bool started;
    private bool ended;

    public int StatusCode
    {
        get => statusCode;
        set
        {
            ThrowIfStarted(nameof(StatusCode));
            statusCode = value;
        }
    }

    public string? ReasonPhrase
    {
        get => reasonPhrase;
        set
        {
            ThrowIfStarted(nameof(ReasonPhrase));
            reasonPhrase = value;
        }
    }

    IHeaderDictionary IHttpResponseFeature.Headers
    {
        get => otherResponseHeaders ?? responseHeaders;
        set => otherResponseHeaders = ReferenceEquals(value, responseHeaders) ? null : value;
    }

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set
        {
            otherResponseBody = ReferenceEquals(value, responseStream) ? null : value;
            otherResponseWriter = null;
        }
    }

    bool IHttpResponseFeature.HasStarted => started;

    public Stream Stream => otherResponseBody ?? (responseStream ??= new ResponseBodyStream(this, responseWriter));

    PipeWriter IHttpResponseBodyFeature.Writer => otherResponseBody is null ? responseWriter : otherResponseWriter ??= CreateWriter(otherResponseBody);

    void IHttpResponseBodyFeature.DisableBuffering()
    {
        // Nothing is held back that the application flushes.
    }

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (started)
        {
            return Task.CompletedTask;
        }

        var starting = FireOnStartingAsync();
        if (!starting.IsCompletedSuccessfully)
        {
            return StartAfterAsync(starting);
        }

        Begin();
        return Task.CompletedTask;
    }

    Task IHttpResponseBodyFeature.CompleteAsync() => CompleteResponseAsync(null);

    Task IHttpResponseBodyFeature.SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    /// <summary>Ends the response, or gives it up where the application failed.</summary>
    internal async Task CompleteResponseAsync(Exception? exception)
    {
        if (exception is not null)
        {
            Report(new Microsoft.AspNetCore.Connections.ConnectionAbortedException("The BodyPipe was completed with an exception.", exception));
            if (started)
            {
                Abort();
            }
        }

        if (!started)
        {
            await FireOnStartingAsync();
        }

        if (!ended)
        {
            if (!IsLengthKept())
            {
                throw TooFewBytes();
            }

            EndResponse();
            _ = await FlushOutputAsync(CancellationToken.None);
        }
    }

    private async Task StartAfterAsync(Task starting)
    {
        await starting;
        Begin();
    }

    private void Begin()
    {
        if (!started)
        {
            ThrowIfFailed();
            WriteHead(completed: false, []);
        }
    }

    private PipeWriter CreateWriter(Stream body)
    {
        var writer = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        OnCompleted(
            static state => ((PipeWriter)state).CompleteAsync().AsTask(),
            writer);
        return writer;
    }

    private void ThrowIfStarted(string what)
    {
        if (started)
        {
            throw new InvalidOperationException($"{what} cannot be set because the response has already started.");
        }
    }

    private void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw new ObjectDisposedException("The response has been aborted due to an unhandled application exception.", failure);
        }
    }

    private void ResetResponse()
    {
        responseHeaders.Reset();
        otherResponseHeaders = null;
        otherResponseBody = null;
        otherResponseWriter = null;
        statusCode = StatusCodes.Status200OK;
        reasonPhrase = null;
        started = false;
        ended = false;
        mode = BodyMode.Length;
        bytesWritten = 0;
        hasAdvanced = false;
        leased = false;
        pendingBody.Clear();
        onStarting?.Clear();
        onCompleted?.Clear();
    }
}
