namespace Covet;

/// <summary>The rest of a call: the inner filters and the handler's method. Generated code implements it as a struct.</summary>
/// <typeparam name="TArguments">The method's arguments: a tuple with an element a parameter, named as they are.</typeparam>
/// <typeparam name="TResult">What the method returns, without its task; <see cref="NoResult"/> where it returns nothing.</typeparam>
public interface ICallNext<TArguments, TResult>
{
    /// <summary>Goes on.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">The arguments, which a filter may have changed.</param>
    ValueTask<TResult> InvokeAsync(HttpContext context, TArguments arguments);
}
