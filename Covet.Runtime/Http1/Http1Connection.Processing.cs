using System.Buffers;

namespace Covet.Http1;

/// <summary>The way of one request.</summary>
internal abstract partial class Http1Connection
{
    private Exception? failure;
    private BadHttpRequestException? rejection;
    private bool abandoned;

    private void BeginRequest(in ReadOnlySequence<byte> rest, int length)
    {
        var body = head.ContentLength ?? 0;
        moreInput = rest.Length > length;
        keepAlive = !head.Close;
        failure = null;
        rejection = null;
        abandoned = false;
        ResetFeatures();
        ResetRequest();
        ResetResponse();
        requestReader.Begin(body == 0 ? default : rest.Slice(length - body, body));
        responseWriter.Begin();
        requestCount++;
    }

    private Task ProcessAsync()
    {
        CreateContext();
        Task task;
        synchronousThread = Environment.CurrentManagedThreadId;
        try
        {
            task = CallApplicationAsync();
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        synchronousThread = 0;
        if (!task.IsCompletedSuccessfully || failure is not null || aborted || onCompleted is { Count: > 0 } || (!started && onStarting is { Count: > 0 }) || !IsLengthKept() || !responseWriter.WhenCompletedAsync().IsCompletedSuccessfully)
        {
            return FinishAsync(task);
        }

        CloseBodies();
        EndResponse();
        DisposeContext(failure);
        return Task.CompletedTask;
    }

    private async Task FinishAsync(Task task)
    {
        if (!task.IsCompleted && output.Unflushed > 0)
        {
            // Answers to earlier requests do not wait for this one's.
            _ = await FlushOutputAsync(CancellationToken.None);
        }

        await RunApplicationAsync(task);
        CloseBodies();
        await EndCompletionAsync();
        if (abandoned || aborted)
        {
            keepAlive = false;
            if (!started)
            {
                // For logs and metrics, as nobody is there to read it.
                statusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        else
        {
            EndResponse();
        }

        if (onCompleted is { Count: > 0 })
        {
            if (output.Unflushed > 0)
            {
                _ = await FlushOutputAsync(CancellationToken.None);
            }

            await FireOnCompletedAsync(onCompleted);
        }

        DisposeContext(failure);
    }

    private async Task RunApplicationAsync(Task task)
    {
        try
        {
            await task;
            if (!started && failure is null)
            {
                await FireOnStartingAsync();
            }

            if (!aborted && !IsLengthKept())
            {
                keepAlive = keepAlive && bytesWritten == 0;
                Report(TooFewBytes());
            }
        }
        catch (BadHttpRequestException exception)
        {
            keepAlive = false;
            rejection = exception;
            endpoint.Server.Log.BadRequest(connection.ConnectionId, exception);
            if (!started)
            {
                SetErrorResponse(exception.StatusCode);
            }

            Report(exception);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && (clientGone || aborted))
        {
            abandoned = true;
            endpoint.Server.Log.RequestAborted(connection.ConnectionId, TraceIdentifier);
        }
        catch (Exception exception)
        {
            Report(exception);
        }
    }

    // The application may have completed the body without waiting, or without looking at how that went.
    private async Task EndCompletionAsync()
    {
        try
        {
            await responseWriter.WhenCompletedAsync();
        }
        catch (Exception exception)
        {
            Report(exception);
        }
    }

    private void EndRequest()
    {
        if (stopRequested || aborted)
        {
            keepAlive = false;
        }
    }

    private void CloseBodies()
    {
        requestReader.End();
        responseWriter.End();
    }

    internal void Report(Exception exception)
    {
        failure = failure switch
        {
            null => exception,
            AggregateException several => new AggregateException(several, exception).Flatten(),
            _ => new AggregateException(failure, exception),
        };
        endpoint.Server.Log.ApplicationError(connection.ConnectionId, TraceIdentifier, exception);
    }
}
