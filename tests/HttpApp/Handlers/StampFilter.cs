namespace HttpApp.Handlers;

/// <summary>Says in headers what it saw of arguments and result; wraps exceptions.</summary>
public sealed class StampFilter : ICallFilter
{
    public async ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
        where TNext : struct, ICallNext<TArguments, TResult>
    {
        context.Response.Headers.Append("X-Arguments", $"{arguments}");
        try
        {
            var result = await next.InvokeAsync(context, arguments);
            context.Response.Headers.Append("X-Result", $"{result}");
            return result;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException("filtered: " + exception.Message, exception);
        }
    }
}
