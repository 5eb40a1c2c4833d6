namespace Conduit.Stores.Embedded;

/// <summary>
/// A new log that holds one state, under an unfinished name. Written while the old log goes on; what the old one got meanwhile is
/// copied at the end, and then the new one takes its place by a rename.
/// </summary>
internal sealed class Compaction
{
    private const int ChangesInAFrame = 1024;

    private readonly LogFile log;
    private readonly long number;
    private readonly long from;

    private Compaction(LogFile log, long number, long from)
    {
        this.log = log;
        this.number = number;
        this.from = from;
    }

    /// <param name="directory">Where the logs are.</param>
    /// <param name="number">The new log's number.</param>
    /// <param name="state">What it holds.</param>
    /// <param name="from">The length of the old log when it held this state.</param>
    public static Compaction Write(LogDirectory directory, long number, State state, long from)
    {
        var log = LogFile.Create(directory.UnfinishedPath(number));
        try
        {
            foreach (var some in state.ToChanges().Chunk(ChangesInAFrame))
            {
                log.Write(LogFrame.Wrap(ChangeCodec.Encode(some)));
            }

            log.Flush();
            return new Compaction(log, number, from);
        }
        catch
        {
            log.Dispose();
            File.Delete(directory.UnfinishedPath(number));
            throw;
        }
    }

    /// <summary>Adds what the old log got since.</summary>
    public void CatchUp(LogFile old)
    {
        try
        {
            old.CopyTo(log, from);
            log.Flush();
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Gives the log its name; from now on it is the one.</summary>
    public LogFile Publish(LogDirectory directory)
    {
        directory.Publish(number);
        return log;
    }

    public void Discard(LogDirectory directory)
    {
        log.Dispose();
        File.Delete(directory.UnfinishedPath(number));
    }
}
