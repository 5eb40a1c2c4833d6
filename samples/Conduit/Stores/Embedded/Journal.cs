using System.Threading.Channels;

namespace Conduit.Stores.Embedded;

/// <summary>
/// The state and its log. One loop takes all commits that wait, decides them in order, writes them as one frame, flushes once, and
/// only then publishes the new state and answers: so many callers share one flush, and what a reader sees is on the disk.
/// </summary>
internal sealed class Journal : IAsyncDisposable
{
    private const int MostCommitsInABatch = 1024;

    private readonly Channel<Commit> queue = Channel.CreateBounded<Commit>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly LogDirectory directory;
    private readonly long compactAfter;
    private readonly Task loop;
    private readonly List<Commit> batch = [];
    private readonly List<Change> changes = [];

    private LogFile log;
    private long number;
    private long compactAt;
    private bool broken;
    private Task<Compaction>? compaction;
    private volatile State current;

    private Journal(LogDirectory directory, LogFile log, long number, State state, long compactAfter)
    {
        this.directory = directory;
        this.log = log;
        this.number = number;
        this.compactAfter = compactAfter;
        current = state;
        compactAt = Math.Max(compactAfter, log.Length);
        loop = Task.Run(RunAsync);
    }

    /// <summary>All that is on the disk.</summary>
    public State Current => current;

    /// <summary>Bytes in the log in use.</summary>
    public long LogLength => log.Length;

    /// <summary>Opens the folder, or makes it, and reads what is there.</summary>
    public static Journal Open(string path, long compactAfter)
    {
        var directory = new LogDirectory(path);
        try
        {
            var number = directory.Open();
            var state = State.Empty;
            var log = number == 0
                ? Compaction.Write(directory, number = 1, state, from: 0).Publish(directory)
                : LogFile.Open(directory.LogPath(number), payload =>
                {
                    foreach (var change in ChangeCodec.Decode(payload))
                    {
                        state = state.Apply(change);
                    }
                });
            directory.DeleteBefore(number);
            return new Journal(directory, log, number, state, compactAfter);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Queues a decision, and completes when what it wrote is on the disk.</summary>
    /// <exception cref="StoreUnavailableException">The disk does not take it, or the journal is closed.</exception>
    public async Task<T> CommitAsync<T>(Func<State, (IReadOnlyList<Change> Changes, T Result)> decide, CancellationToken cancellationToken)
    {
        var commit = new Commit<T>(decide);
        try
        {
            await queue.Writer.WriteAsync(commit, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new StoreUnavailableException("The store is closed.", exception);
        }

        // From here on the change may be kept, so a caller who gives up must not be told that it was not.
        return await commit.Task;
    }

    /// <summary>Writes what waits, and closes the log.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        if (compaction is not null)
        {
            try
            {
                (await compaction).Discard(directory);
            }
            catch (IOException)
            {
                // The next start deletes what is unfinished.
            }
        }

        log.Dispose();
        directory.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await CommitBatchesAsync();
        }
        catch (Exception exception)
        {
            // A fault of this program. Nobody may wait for a loop that has ended.
            var unavailable = new StoreUnavailableException("The store has failed.", exception);
            queue.Writer.TryComplete(unavailable);
            batch.ForEach(commit => commit.Fail(unavailable));
            while (queue.Reader.TryRead(out var waiting))
            {
                waiting.Fail(unavailable);
            }

            throw;
        }
    }

    private async Task CommitBatchesAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var next = Decide();
            try
            {
                if (changes.Count > 0)
                {
                    Write();
                }

                current = next;
                batch.ForEach(static commit => commit.Complete());
            }
            catch (Exception exception) when (LogFile.IsRefusal(exception))
            {
                var unavailable = new StoreUnavailableException("The disk does not take the change.", exception);
                batch.ForEach(commit => commit.Fail(unavailable));
            }

            Compact();
        }
    }

    private State Decide()
    {
        batch.Clear();
        changes.Clear();
        var next = current;
        while (batch.Count < MostCommitsInABatch && queue.Reader.TryRead(out var commit))
        {
            try
            {
                foreach (var change in commit.Decide(next))
                {
                    next = next.Apply(change);
                    changes.Add(change);
                }

                batch.Add(commit);
            }
            catch (TakenException exception)
            {
                commit.Fail(exception);
            }
        }

        return next;
    }

    private void Write()
    {
        if (broken)
        {
            // After a failed flush nobody knows what the file holds, so the state goes into a new one.
            Use(Compaction.Write(directory, number + 1, current, log.Length));
            broken = false;
        }

        try
        {
            log.Append(LogFrame.Wrap(ChangeCodec.Encode(changes)));
        }
        catch (Exception exception) when (LogFile.IsRefusal(exception))
        {
            broken = !log.TryTruncate();
            throw;
        }
    }

    private void Compact()
    {
        if (compaction is { IsCompleted: true })
        {
            try
            {
                Use(compaction.GetAwaiter().GetResult());
            }
            catch (Exception exception) when (LogFile.IsRefusal(exception))
            {
                // No room for a second log: the first one goes on, and compaction is tried again when it has grown as much again.
                compactAt = log.Length + compactAfter;
            }

            compaction = null;
        }
        else if (compaction is null && log.Length > compactAt)
        {
            var (state, from) = (current, log.Length);
            compaction = Task.Run(() => Compaction.Write(directory, number + 1, state, from));
        }
    }

    private void Use(Compaction compacted)
    {
        compacted.CatchUp(log);
        var old = log;
        log = compacted.Publish(directory);
        number++;
        old.Dispose();
        directory.DeleteBefore(number);
        compactAt = Math.Max(compactAfter, 2 * log.Length);
    }
}
