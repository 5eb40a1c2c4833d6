using Microsoft.AspNetCore.Diagnostics;

namespace Covet.Internal;

/// <summary>Shows Covet's page where ASP.NET Core's developer page, which stands inside Covet's middleware, would show its own.</summary>
internal sealed class DeveloperPageFilter : IDeveloperPageExceptionFilter
{
    /// <inheritdoc/>
    public Task HandleExceptionAsync(ErrorContext errorContext, Func<ErrorContext, Task> next) =>
        errorContext.HttpContext.Response.HasStarted ? next(errorContext) : DeveloperPage.WriteAsync(errorContext.HttpContext, errorContext.Exception);
}
