using Microsoft.AspNetCore.Http.Timeouts;

namespace Covet;

/// <summary>
/// Work that has a key goes on where its caller hangs up: stopped half-way, nobody knows what of it was done, and the retry would do it
/// again. A limit of time ends it; and a hang-up does, once the answer has become too large to be kept for a retry.
/// </summary>
internal sealed class IdempotentWork : IDisposable
{
    private readonly HttpContext context;
    private readonly CancellationToken hungUp;
    private readonly CancellationTokenSource work;
    private readonly CancellationTokenRegistration registration;
    private volatile bool leaves;

    public IdempotentWork(HttpContext context)
    {
        this.context = context;
        hungUp = context.RequestAborted;
        work = CancellationTokenSource.CreateLinkedTokenSource(context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken ?? CancellationToken.None);
        context.RequestAborted = work.Token;
        registration = hungUp.UnsafeRegister(static state => ((IdempotentWork)state!).HangUp(), this);
    }

    /// <summary>The answer goes out, and is not kept.</summary>
    public bool Leave()
    {
        leaves = true;
        if (hungUp.IsCancellationRequested)
        {
            work.Cancel();
        }

        return true;
    }

    public void Dispose()
    {
        context.RequestAborted = hungUp;
        registration.Dispose();
        work.Dispose();
    }

    private void HangUp()
    {
        if (leaves)
        {
            work.Cancel();
        }
    }
}
