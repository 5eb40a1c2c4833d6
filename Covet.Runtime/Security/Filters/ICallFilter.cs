namespace Covet;

/// <summary>
/// A filter for every signature. It runs after binding and validation and before the result is written, sees arguments and
/// result by their own types, and costs a call: nothing is boxed, because it is compiled for each signature.
/// </summary>
/// <example>
/// <code>
/// public sealed class AuditFilter(IAudit audit) : ICallFilter
/// {
///     public async ValueTask&lt;TResult&gt; InvokeAsync&lt;TArguments, TResult, TNext&gt;(HttpContext context, TArguments arguments, TNext next)
///         where TNext : struct, ICallNext&lt;TArguments, TResult&gt;
///     {
///         var result = await next.InvokeAsync(context, arguments);
///         audit.Record(context.User, context.GetEndpoint()!.DisplayName);
///         return result;
///     }
/// }
/// </code>
/// </example>
public interface ICallFilter
{
    /// <summary>Runs around a call.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">The bound and valid arguments.</param>
    /// <param name="next">The rest of the call; calling it is the filter's choice.</param>
    ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
        where TNext : struct, ICallNext<TArguments, TResult>;
}
