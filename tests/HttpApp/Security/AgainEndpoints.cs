namespace HttpApp;

/// <summary>Endpoints of other limits, which <c>UseStatusCodePagesWithReExecute</c> selects once the first has refused the body.</summary>
internal static class AgainEndpoints
{
    private static readonly (string Name, object? Limit)[] All =
        [("larger", new RequestSizeLimitAttribute(1000)), ("smaller", new RequestSizeLimitAttribute(50)), ("unlimited", new DisableRequestSizeLimitAttribute()), ("none", null)];

    public static void UseAgain(this WebApplication app)
    {
        foreach (var (name, limit) in All)
        {
            app.UseWhen(context => context.Request.Path == "/security/again/first/" + name, branch => branch
                .UseStatusCodePagesWithReExecute("/security/again/" + name)
                .Use(async (context, next) =>
                {
                    try
                    {
                        await context.Request.Body.ReadExactlyAsync(new byte[1]);
                        await next(context);
                    }
                    catch (BadHttpRequestException exception)
                    {
                        context.Response.StatusCode = exception.StatusCode;
                    }
                }));
            var endpoint = app.MapPost("/security/again/" + name, (RequestDelegate)ReadAsync);
            if (limit is not null)
            {
                endpoint.WithMetadata(limit);
            }
        }
    }

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
