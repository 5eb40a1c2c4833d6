namespace HttpApp;

/// <summary>A body of which nothing ever comes.</summary>
internal sealed class SilentStream : MemoryStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await KeySetHandler.SilenceAsync(cancellationToken);
        return 0;
    }
}
