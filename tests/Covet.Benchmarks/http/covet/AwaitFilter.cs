using Covet;

namespace CovetSide;

/// <summary>A filter as most are written: it awaits the rest of the call.</summary>
internal sealed class AwaitFilter : ICallFilter
{
    public async ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
        where TNext : struct, ICallNext<TArguments, TResult> => await next.InvokeAsync(context, arguments);
}
