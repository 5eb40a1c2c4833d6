using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>
/// Tells how long an endpoint took until its answer began, in <c>Server-Timing</c> (W3C Server Timing), where browsers show
/// it. Times can tell strangers something: keep it to endpoints where that does no harm.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class ServerTimingAttribute : Attribute, IEndpointWrapper
{
    int IEndpointWrapper.Order => WrapperOrder.Timing;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline)
    {
        TimeProvider? clock = null;
        return context =>
        {
            clock ??= context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
            context.Response.OnStarting(static state => ((Measurement)state).Write(), new Measurement(context, clock, clock.GetTimestamp()));
            return next(context);
        };
    }

    private sealed record Measurement(HttpContext Context, TimeProvider Clock, long Started)
    {
        public Task Write()
        {
            var elapsed = Clock.GetElapsedTime(Started).TotalMilliseconds;
            Context.Response.Headers.Append("Server-Timing", string.Create(CultureInfo.InvariantCulture, $"total;dur={elapsed:0.###}"));
            return Task.CompletedTask;
        }
    }
}
