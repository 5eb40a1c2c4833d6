using Covet.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Internal;

/// <summary>Puts the last resort for exceptions and Covet's matcher before everything else in the pipeline, and its 405 after everything else.</summary>
internal sealed class CovetStartupFilter(CovetRouteTable table, IHostEnvironment environment, ILoggerFactory loggers) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(inner => new CovetExceptionMiddleware(inner, environment, loggers).InvokeAsync);
        app.Use(inner => new CovetRoutingMiddleware(inner, table).InvokeAsync);
        next(app);
        app.Use(inner => new CovetFallbackMiddleware(inner).InvokeAsync);
    };
}
