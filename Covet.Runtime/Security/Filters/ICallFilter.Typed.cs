namespace Covet;

/// <summary>A filter for one signature, checked at build: it may read and replace arguments and result.</summary>
/// <typeparam name="TArguments">The method's arguments as a tuple; the argument itself where there is one.</typeparam>
/// <typeparam name="TResult">What the method returns, without its task; <see cref="NoResult"/> where it returns nothing.</typeparam>
/// <example>
/// <code>
/// public sealed class OwnOrdersOnly : ICallFilter&lt;Guid, Order?&gt;
/// {
///     public async ValueTask&lt;Order?&gt; InvokeAsync&lt;TNext&gt;(HttpContext context, Guid id, TNext next)
///         where TNext : struct, ICallNext&lt;Guid, Order?&gt; =>
///         await next.InvokeAsync(context, id) is { } order &amp;&amp; order.Owner == context.User.Identity!.Name ? order : null;
/// }
/// </code>
/// </example>
public interface ICallFilter<TArguments, TResult>
{
    /// <summary>Runs around a call.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">The bound and valid arguments.</param>
    /// <param name="next">The rest of the call; calling it is the filter's choice.</param>
    ValueTask<TResult> InvokeAsync<TNext>(HttpContext context, TArguments arguments, TNext next)
        where TNext : struct, ICallNext<TArguments, TResult>;
}
