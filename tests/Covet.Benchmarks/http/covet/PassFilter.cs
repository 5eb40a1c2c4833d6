using Covet;

namespace CovetSide;

/// <summary>A filter that does nothing, so that what is measured is the filter's being there.</summary>
internal sealed class PassFilter : ICallFilter
{
    public ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
        where TNext : struct, ICallNext<TArguments, TResult> => next.InvokeAsync(context, arguments);
}
