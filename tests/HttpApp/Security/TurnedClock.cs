namespace HttpApp;

/// <summary>The system's clock, which tests turn on.</summary>
internal sealed class TurnedClock : TimeProvider
{
    private long turned;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public void Turn(TimeSpan on) => Interlocked.Add(ref turned, on.Ticks);

    private TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref turned));
}
