namespace HttpApp;

/// <summary>Endpoints of other limits, of which one is selected once the first has refused the body.</summary>
internal static class AgainEndpoints
{
    private static readonly (string Name, object? Limit)[] All =
        [("larger", new RequestSizeLimitAttribute(1000)), ("smaller", new RequestSizeLimitAttribute(50)), ("unlimited", new DisableRequestSizeLimitAttribute()), ("none", null)];

    public static void UseAgain(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/security/again/first", StringComparison.Ordinal),
        branch => branch
            .Use(async (context, next) =>
            {
                // As UseExceptionHandler and UseStatusCodePagesWithReExecute do it.
                try
                {
                    await context.Request.Body.ReadExactlyAsync(new byte[1]);
                }
                catch (BadHttpRequestException)
                {
                    context.Request.Path = context.Request.Path.Value!.Replace("/first", "", StringComparison.Ordinal);
                    context.SetEndpoint(null);
                    context.Request.RouteValues.Clear();
                }

                await next(context);
            })
            .UseRouting()
            .UseEndpoints(endpoints =>
            {
                foreach (var (name, limit) in All)
                {
                    var endpoint = endpoints.MapPost("/security/again/" + name, (RequestDelegate)ReadAsync);
                    if (limit is not null)
                    {
                        endpoint.WithMetadata(limit);
                    }
                }
            }));

    private static async Task ReadAsync(HttpContext context)
    {
        var buffer = new byte[1024];
        var total = 0;
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            total += read;
        }

        await context.Response.WriteAsync($"{total}", context.RequestAborted);
    }
}
