using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Covet.Http1;

/// <summary>
/// A connection. It serves the requests that are plain and complete, and gives itself to Kestrel, for good, before a byte of any
/// other is taken. It is its requests' features, so that a request makes no object of its own.
/// </summary>
internal abstract partial class Http1Connection
{
    // So much is gathered of a batch's answers before it is sent.
    private const int LargestBatch = 32 * 1024;

    // A request that comes in more pieces than this is read by Kestrel, which does not begin anew with each.
    private const int MostPieces = 8;

    private readonly Http1Endpoint endpoint;
    private readonly ConnectionContext connection;
    private readonly PipeReader input;
    private readonly OutputBuffer output;
    private readonly RequestHead head;
    private volatile bool stopRequested;
    private bool keepAlive = true;
    private bool moreInput;

    protected Http1Connection(Http1Endpoint endpoint, ConnectionContext connection)
    {
        this.endpoint = endpoint;
        this.connection = connection;
        input = connection.Transport.Input;
        output = new OutputBuffer(connection.Transport.Output);
        head = new RequestHead(endpoint.Options);
        requestHeaders = new RequestHeaders(head);
        requestReader = new RequestBodyReader(this);
        responseWriter = new ResponseBodyWriter(this);
    }

    /// <summary>Serves the connection until it ends, here or in Kestrel.</summary>
    public async Task RunAsync()
    {
        endpoint.Server.Date.Refresh();
        connection.Features.Get<IConnectionHeartbeatFeature>()!.OnHeartbeat(static state => ((Http1Connection)state).OnHeartbeat(), this);
        var closed = connection.ConnectionClosed.UnsafeRegister(static state => ((Http1Connection)state!).OnConnectionClosed(), this);
        var stop = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested
            .UnsafeRegister(static state => ((Http1Connection)state!).OnStopRequested(), this) ?? default;
        var handOver = false;
        try
        {
            handOver = await ServeAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client is gone, between requests or in one: whoever was answering it knows already.
        }
        catch (Exception exception)
        {
            endpoint.Server.Log.ProcessingError(connection.ConnectionId, exception);
        }
        finally
        {
            if (pendingFlush is { IsCompleted: false } pending)
            {
                // The application did not wait for its last write: whoever has the connection next does.
                EnterPhase(ConnectionPhase.Draining);
                await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await closed.DisposeAsync();
            await stop.DisposeAsync();
            EnterPhase(handOver ? ConnectionPhase.HandedOver : ConnectionPhase.Draining);
        }

        if (handOver)
        {
            pendingBody.Rest();
            pendingBody.Release();
            await HandOverAsync();
        }
        else
        {
            AddMetricsTags();
        }
    }

    protected abstract void CreateContext();

    protected abstract Task CallApplicationAsync();

    protected abstract void DisposeContext(Exception? error);

    // Those that Kestrel gives a connection of HTTP/1.1.
    private void AddMetricsTags()
    {
        if (connection.Features.Get<IConnectionMetricsTagsFeature>() is { } metrics)
        {
            metrics.Tags.Add(new("network.protocol.name", "http"));
            metrics.Tags.Add(new("network.protocol.version", "1.1"));
        }
    }

    private async Task HandOverAsync()
    {
        var transport = connection.Transport;
        var reader = given > 0 ? new GivenBackReader(input, given) : input;
        using var stop = new CancellationTokenSource();
        var notification = stopRequested ? connection.Features.Get<IConnectionLifetimeNotificationFeature>() : null;
        if (notification is not null)
        {
            var delayed = new DelayedStop(reader, notification, stop);
            connection.Features.Set<IConnectionLifetimeNotificationFeature>(delayed);
            reader = delayed;
        }

        if (!ReferenceEquals(reader, input))
        {
            connection.Transport = new GivenBackTransport(reader, transport.Output);
        }

        try
        {
            await endpoint.Kestrel(connection);
        }
        finally
        {
            connection.Transport = transport;
            if (notification is not null)
            {
                connection.Features.Set(notification);
            }
        }
    }

    private void OnStopRequested()
    {
        stopRequested = true;
        input.CancelPendingRead();
    }
}
