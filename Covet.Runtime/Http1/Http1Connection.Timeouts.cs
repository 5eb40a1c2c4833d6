using System.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Covet.Http1;

/// <summary>Timeouts, counted in the server's heartbeats, one a second: no timer and no clock a request.</summary>
internal abstract partial class Http1Connection
{
    // After so many heartbeats the rest of a request is Kestrel's to wait for, with its own timeouts.
    private const int PartialTicks = 2;

    // After so many, memory that waits for a next answer is given up.
    private const int IdleTicks = 2;

    private volatile ConnectionPhase phase;
    private volatile int ticks;
    private bool waitsForRest;
    private volatile bool idleTooLong;
    private volatile bool partialTooLong;
    private volatile int readerTicks = -1;

    /// <summary>How slowly a client may read.</summary>
    private MinDataRate? ResponseRate => rateIsOwn ? rate : endpoint.Options.Server.Limits.MinResponseDataRate;

    private void EnterPhase(ConnectionPhase next)
    {
        if (next == ConnectionPhase.Idle || (next == ConnectionPhase.Partial && !waitsForRest))
        {
            ticks = 0;
            waitsForRest = next == ConnectionPhase.Partial;
        }

        if (next == ConnectionPhase.Draining && ResponseRate is { } slowest)
        {
            // What the transport still holds is at most what it lets be written without waiting.
            readerTicks = TicksFor(slowest, endpoint.Options.Server.Limits.MaxResponseBufferSize ?? 0);
        }

        phase = next;
    }

    private void OnHeartbeat()
    {
        if (phase == ConnectionPhase.HandedOver)
        {
            return;
        }

        endpoint.Server.Date.Refresh();
        if (Debugger.IsAttached)
        {
            return;
        }

        var now = Interlocked.Increment(ref ticks);
        if (now >= IdleTicks)
        {
            pendingBody.Release();
        }

        switch (phase)
        {
            case ConnectionPhase.Idle when now > endpoint.Options.KeepAliveTicks:
                idleTooLong = true;
                input.CancelPendingRead();
                break;
            case ConnectionPhase.Partial when now >= PartialTicks:
                partialTooLong = true;
                input.CancelPendingRead();
                break;
        }

        var left = readerTicks;
        if (left >= 0 && Interlocked.CompareExchange(ref readerTicks, left - 1, left) == left && left == 0)
        {
            endpoint.Server.Log.SlowReader(connection.ConnectionId);
            AbortConnection("The client reads its answer too slowly.");
        }
    }

    private void BeginWaitingForReader(int length)
    {
        if (ResponseRate is { } slowest)
        {
            readerTicks = TicksFor(slowest, length);
        }
    }

    private void EndWaitingForReader() => readerTicks = -1;

    private static int TicksFor(MinDataRate slowest, long length) =>
        (int)Math.Ceiling(Math.Max(slowest.GracePeriod.TotalSeconds, length / slowest.BytesPerSecond)) + 1;
}
