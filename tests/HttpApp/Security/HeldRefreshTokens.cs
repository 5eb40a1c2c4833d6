namespace HttpApp;

/// <summary>Refresh tokens in memory; a revocation can be held, as one of a slow database is, and ends where its caller lets it.</summary>
internal sealed class HeldRefreshTokens : IRefreshTokenStore
{
    private readonly MemoryRefreshTokenStore inner = new(Clock);
    private TaskCompletionSource? holding;
    private int revoking;
    private int hungUp;

    /// <summary>By which tokens and logins age.</summary>
    public static TurnedClock Clock { get; } = new();

    public static HeldRefreshTokens Instance { get; } = new();

    /// <summary>How many revocations wait, and how many callers of <c>refresh</c> have hung up.</summary>
    public (int Revoking, int HungUp) State => (Volatile.Read(ref revoking), Volatile.Read(ref hungUp));

    public void HungUp() => Interlocked.Increment(ref hungUp);

    public void Hold()
    {
        Volatile.Write(ref hungUp, 0);
        Volatile.Write(ref holding, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    public void LetGo() => Interlocked.Exchange(ref holding, null)?.SetResult();

    public ValueTask AddAsync(RefreshTokenRecord record, CancellationToken cancellationToken) => inner.AddAsync(record, cancellationToken);

    public ValueTask<RefreshTokenRecord?> FindAsync(string hash, CancellationToken cancellationToken) => inner.FindAsync(hash, cancellationToken);

    public ValueTask<bool> TryConsumeAsync(string hash, DateTimeOffset at, CancellationToken cancellationToken) => inner.TryConsumeAsync(hash, at, cancellationToken);

    public async ValueTask RevokeFamilyAsync(string familyId, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref holding) is { } held)
        {
            Interlocked.Increment(ref revoking);
            try
            {
                await held.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref revoking);
            }
        }

        await inner.RevokeFamilyAsync(familyId, cancellationToken);
    }

    public ValueTask RevokeSubjectAsync(string subject, CancellationToken cancellationToken) => inner.RevokeSubjectAsync(subject, cancellationToken);
}
