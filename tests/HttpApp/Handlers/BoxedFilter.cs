namespace HttpApp.Handlers;

/// <summary>A filter as it is written for Minimal API.</summary>
public sealed class BoxedFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.GetArgument<int>(0) switch
    {
        0 => TypedResults.Problem("no payment of nothing", statusCode: 409),
        1 => "text",
        2 => new Receipt(2, 2),
        3 => TypedResults.NotFound(new Receipt(3, 3)),
        4 => TypedResults.NoContent(),
        _ => await next(context),
    };
}
