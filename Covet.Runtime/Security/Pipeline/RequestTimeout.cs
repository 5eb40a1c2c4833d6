using Microsoft.AspNetCore.Http.Timeouts;

namespace Covet;

/// <summary>Tells a request that ran out of time from one whose caller hung up, as ASP.NET Core's middleware does.</summary>
internal sealed class RequestTimeout(CancellationTokenSource timer) : IHttpRequestTimeoutFeature
{
    public CancellationToken RequestTimeoutToken => timer.Token;

    public void DisableTimeout() => timer.CancelAfter(Timeout.InfiniteTimeSpan);
}
