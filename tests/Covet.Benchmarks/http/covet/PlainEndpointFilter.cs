namespace CovetSide;

/// <summary>A filter of ASP.NET Core's, as most are written.</summary>
internal sealed class PlainEndpointFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => await next(context);
}
