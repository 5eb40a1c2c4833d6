namespace HttpApp.Handlers;

/// <summary>Doubles the argument; answers none below 0 without asking the method.</summary>
public sealed class DoublingFilter : ICallFilter<int, Payment?>
{
    public ValueTask<Payment?> InvokeAsync<TNext>(HttpContext context, int id, TNext next)
        where TNext : struct, ICallNext<int, Payment?> =>
        id < 0 ? default : next.InvokeAsync(context, id * 2);
}
