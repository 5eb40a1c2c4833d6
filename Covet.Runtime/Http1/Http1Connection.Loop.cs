using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>The loop over a connection's requests.</summary>
internal abstract partial class Http1Connection
{
    private const int MostReadsAtOnce = 64;

    private byte[] joined = [];
    private int pieces;
    private long given;
    private int readsAtOnce;

    // True where Kestrel shall go on, with all that was not consumed.
    private async Task<bool> ServeAsync()
    {
        var context = ExecutionContext.Capture();
        while (true)
        {
            EnterPhase(pieces == 0 ? ConnectionPhase.Idle : ConnectionPhase.Partial);
            if (readsAtOnce >= MostReadsAtOnce)
            {
                // A client that sends without pause does not keep the thread from the others.
                readsAtOnce = 0;
                await Task.Yield();
            }

            if (context is not null)
            {
                // A connection that waits keeps nothing of its last request's AsyncLocals.
                ExecutionContext.Restore(context);
            }

            var reading = input.ReadAsync();
            if (reading.IsCompleted)
            {
                readsAtOnce++;
            }
            else
            {
                readsAtOnce = 0;
                pendingBody.Rest();
            }

            var read = await reading;
            EnterPhase(ConnectionPhase.Serving);
            var rest = read.Buffer;
            var state = HeadState.Complete;
            var advanced = false;
            while (!rest.IsEmpty)
            {
                state = Next(rest, out var length);
                if (state != HeadState.Complete)
                {
                    break;
                }

                pieces = 0;
                waitsForRest = partialTooLong = idleTooLong = false;
                if (context is not null)
                {
                    // What the last request left in AsyncLocals is not the next one's.
                    ExecutionContext.Restore(context);
                }

                BeginRequest(rest, length);
                if (!moreInput && head.ContentLength is not > 0)
                {
                    // The head is kept as a copy: the transport has its memory back, and sees that nothing more is here.
                    input.AdvanceTo(rest.End);
                    rest = default;
                    advanced = true;
                }

                var processing = ProcessAsync();
                if (!processing.IsCompletedSuccessfully)
                {
                    await processing;
                }

                EndRequest();
                rest = advanced ? rest : rest.Slice(length);
                if (!keepAlive)
                {
                    if (!advanced)
                    {
                        input.AdvanceTo(rest.Start);
                    }

                    if (output.Unflushed > 0)
                    {
                        _ = await FlushOutputAsync(CancellationToken.None);
                    }

                    return false;
                }

                if (output.Unflushed > LargestBatch && (await FlushOutputAsync(CancellationToken.None)).IsCompleted)
                {
                    return false;
                }
            }

            if (output.Unflushed > 0 && (await FlushOutputAsync(CancellationToken.None)).IsCompleted)
            {
                return false;
            }

            if (rest.IsEmpty && (read.IsCompleted || stopRequested || idleTooLong))
            {
                if (!advanced)
                {
                    input.AdvanceTo(rest.End);
                }

                return false;
            }

            if (state == HeadState.Foreign || (!rest.IsEmpty && (read.IsCompleted || partialTooLong || pieces == MostPieces)))
            {
                GiveBack(rest);
                return true;
            }

            if (!advanced)
            {
                input.AdvanceTo(rest.Start, rest.End);
            }

            pieces = rest.IsEmpty ? 0 : pieces + 1;
        }
    }

    // Kestrel's first read has to return at once, with all that is here.
    private void GiveBack(in ReadOnlySequence<byte> rest)
    {
        if (pieces == 0)
        {
            input.AdvanceTo(rest.Start);
            return;
        }

        // What the rest was waited for is examined, and stays that.
        given = rest.Length;
        input.AdvanceTo(rest.Start, rest.End);
    }

    // The next request's length with its body, where all of it is there.
    private HeadState Next(in ReadOnlySequence<byte> rest, out int length)
    {
        var state = head.Read(rest.FirstSpan, out length);
        if (state == HeadState.Incomplete && !rest.IsSingleSegment)
        {
            state = head.Read(Join(rest), out length);
        }

        if (state == HeadState.Complete && head.ContentLength is { } body)
        {
            length += body;
            if (rest.Length < length)
            {
                // The head is known now, and is not parsed again: its body may come in as many pieces as it likes.
                pieces = Math.Min(pieces, 1);
                return HeadState.Incomplete;
            }
        }

        return state;
    }

    private ReadOnlySpan<byte> Join(in ReadOnlySequence<byte> rest)
    {
        var length = (int)Math.Min(rest.Length, endpoint.Options.LargestLine + endpoint.Options.LargestHeaders);
        if (joined.Length < length)
        {
            joined = new byte[length];
        }

        rest.Slice(0, length).CopyTo(joined);
        return joined.AsSpan(0, length);
    }
}
