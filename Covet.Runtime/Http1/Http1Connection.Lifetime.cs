using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Http1;

/// <summary>How a request learns that its client is gone, and how the application ends a connection.</summary>
internal abstract partial class Http1Connection : IHttpRequestLifetimeFeature
{
    private readonly Lock lifetime = new();
    private CancellationTokenSource? abortSource;
    private CancellationToken ownToken;
    private bool hasOwnToken;
    private bool answerIsComplete;
    private volatile bool clientGone;
    private volatile bool aborted;

    public CancellationToken RequestAborted
    {
        get
        {
            if (hasOwnToken)
            {
                return ownToken;
            }

            lock (lifetime)
            {
                return answerIsComplete ? CancellationToken.None
                    : clientGone && abortSource is null ? new CancellationToken(true)
                    : (abortSource ??= new CancellationTokenSource()).Token;
            }
        }

        set
        {
            ownToken = value;
            hasOwnToken = true;
        }
    }

    public void Abort()
    {
        endpoint.Server.Log.ApplicationAborted(connection.ConnectionId, TraceIdentifier);
        if (output.Unflushed > 0)
        {
            // The answers to earlier requests are the transport's, as they would be had these come one by one.
            _ = FlushQuietlyAsync();
        }

        AbortConnection("The connection was aborted by the application.");
    }

    private void AbortConnection(string reason)
    {
        aborted = true;
        connection.Abort(new ConnectionAbortedException(reason));
        OnConnectionClosed();
    }

    private void OnConnectionClosed()
    {
        CancellationTokenSource? source;
        lock (lifetime)
        {
            if (clientGone)
            {
                return;
            }

            clientGone = true;
            source = answerIsComplete ? null : abortSource;
        }

        if (source is not null)
        {
            // Elsewhere, as it is the application's code that is called.
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.Connection.Cancel(state.Source), (Connection: this, Source: source), preferLocal: false);
        }
    }

    private void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (Exception exception)
        {
            endpoint.Server.Log.ApplicationError(connection.ConnectionId, TraceIdentifier, exception);
        }
    }

    // A client that has its whole answer may go without disturbing what the application still does.
    private void IgnoreClientFromNow()
    {
        if (abortSource is null)
        {
            answerIsComplete = true;
            return;
        }

        lock (lifetime)
        {
            answerIsComplete = answerIsComplete || !clientGone;
        }
    }

    private void ResetLifetime()
    {
        hasOwnToken = false;
        if (abortSource is null)
        {
            answerIsComplete = false;
            return;
        }

        lock (lifetime)
        {
            answerIsComplete = false;
            if (clientGone || !abortSource.TryReset())
            {
                abortSource = null;
            }
        }
    }
}
