namespace Conduit.Stores.Embedded;

/// <summary>A commit whose decision has a result for the caller.</summary>
internal sealed class Commit<T>(Func<State, (IReadOnlyList<Change> Changes, T Result)> decide) : Commit
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Task => completion.Task;

    public override IReadOnlyList<Change> Decide(State state)
    {
        (var changes, result) = decide(state);
        return changes;
    }

    public override void Complete() => completion.TrySetResult(result);

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}
