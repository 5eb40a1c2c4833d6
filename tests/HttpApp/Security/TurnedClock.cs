namespace HttpApp;

/// <summary>The system's clock, which tests turn on. What waits by it ends when it was turned on for long enough, and never by itself.</summary>
internal sealed class TurnedClock : TimeProvider
{
    private readonly Lock sync = new();
    private readonly List<Timer> timers = [];
    private long turned;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Turn(TimeSpan on)
    {
        Interlocked.Add(ref turned, on.Ticks);
        List<Timer> due;
        lock (sync)
        {
            due = [.. timers.Where(timer => timer.Due <= Ahead)];
            timers.RemoveAll(due.Contains);
        }

        due.ForEach(static timer => timer.Fire());
    }

    private TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref turned));

    /// <summary>Fires once, when the clock was turned on by its time.</summary>
    private sealed class Timer(TurnedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.sync)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.Ahead + dueTime;
                    clock.timers.Add(this);
                }
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
