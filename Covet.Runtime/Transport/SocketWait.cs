using System.Threading.Tasks.Sources;

namespace Covet.Transport;

/// <summary>
/// One wait for a socket, used again and again. Whoever takes the wait, an event, a cancellation or an abort, is the one that completes
/// it. Its result runs what waits directly on the thread that sets it.
/// </summary>
internal struct SocketWait<TResult>
{
    private ManualResetValueTaskSourceCore<TResult> _source;
    private bool _waiting;

    public SocketWait() => Gate = new Lock();

    public Lock Gate { get; }

    public readonly bool IsWaiting => _waiting;

    public readonly short Version => _source.Version;

    /// <summary>Begins to wait; under the gate, after looking that there is something to wait for.</summary>
    public void Begin()
    {
        if (_waiting)
        {
            throw new InvalidOperationException("An operation of this kind is under way on the connection already: it has one reader and one writer at a time.");
        }

        _source.Reset();
        _waiting = true;
    }

    /// <summary>Waits on after a wait that was taken for nothing; under the gate.</summary>
    public void Resume() => _waiting = true;

    /// <summary>Takes the wait where there is one.</summary>
    public bool TryTake()
    {
        lock (Gate)
        {
            var taken = _waiting;
            _waiting = false;
            return taken;
        }
    }

    public void SetResult(TResult result) => _source.SetResult(result);

    public void SetException(Exception exception) => _source.SetException(exception);

    public TResult GetResult(short token) => _source.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
