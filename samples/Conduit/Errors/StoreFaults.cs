using Conduit.Stores;
using Microsoft.AspNetCore.Diagnostics;

namespace Conduit.Errors;

/// <summary>A store that cannot serve now is 503 with a hint when to come back, not a fault of this program.</summary>
internal sealed class StoreFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not StoreUnavailableException)
        {
            return false;
        }

        httpContext.Response.Headers.RetryAfter = "1";
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = StatusCodes.Status503ServiceUnavailable, Detail = "The store cannot be reached; try again." },
        });
        return true;
    }
}
