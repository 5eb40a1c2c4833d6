using Covet.Internal;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>
/// Cancels a request after its time (<c>[RequestTimeout]</c>) and answers 504, where ASP.NET Core's own middleware is not
/// in the pipeline. A handler that ignores its cancellation token runs on.
/// </summary>
internal sealed class TimeoutWrapper(RequestTimeoutAttribute? attribute, RequestTimeoutPolicy? policy) : IEndpointWrapper
{
    public int Order => WrapperOrder.Timeout;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
        context.Features.Get<IHttpRequestTimeoutFeature>() is null && Find(context) is { Timeout: { } timeout } found && timeout > TimeSpan.Zero
            ? InvokeAsync(context, next, found, timeout)
            : next(context);

    private static async Task InvokeAsync(HttpContext context, RequestDelegate next, RequestTimeoutPolicy policy, TimeSpan timeout)
    {
        var original = context.RequestAborted;
        var clock = context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        using var timer = new CancellationTokenSource(timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, original);
        context.RequestAborted = both.Token;
        context.Features.Set<IHttpRequestTimeoutFeature>(new RequestTimeout(timer));
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !original.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.RequestAborted = original;
            context.Response.Clear();
            var statusCode = policy.TimeoutStatusCode ?? StatusCodes.Status504GatewayTimeout;
            if (policy.WriteTimeoutResponse is { } write)
            {
                context.Response.StatusCode = statusCode;
                await write(context);
            }
            else
            {
                await Problem.WriteAsync(context, statusCode);
            }
        }
        finally
        {
            context.Features.Set<IHttpRequestTimeoutFeature>(null);
            context.RequestAborted = original;
        }
    }

    private RequestTimeoutPolicy? Find(HttpContext context)
    {
        if (policy is not null)
        {
            return policy;
        }

        if (attribute!.PolicyName is not { } name)
        {
            return new RequestTimeoutPolicy { Timeout = attribute.Timeout };
        }

        var options = context.RequestServices.GetService<IOptions<RequestTimeoutOptions>>()?.Value;
        return options is not null && options.Policies.TryGetValue(name, out var named)
            ? named
            : throw new InvalidOperationException($"There is no request timeout policy '{name}': add it with AddRequestTimeouts.");
    }
}
