using Microsoft.Extensions.DependencyInjection;

namespace Covet.Internal;

/// <summary>Whether the application has a validator of its own for a type: asked for every object, so it must cost nothing.</summary>
/// <typeparam name="T">The type.</typeparam>
internal static class RegisteredValidators<T>
{
    // The answer for the application that asked last. Several in one process (tests) replace each other's and stay right.
    private static Answer? last;

    /// <summary>Whether services have an <see cref="IValidator{T}"/> or <see cref="IAsyncValidator{T}"/>.</summary>
    public static bool Exist(HttpContext context)
    {
        // The root scope factory is one an application, and asking for it makes no scope, as RequestServices would.
        object? application = context is DefaultHttpContext { ServiceScopeFactory: { } factory } ? factory : null;
        return last is { } known && application is not null && ReferenceEquals(known.Application, application) ? known.Exist : Ask(context, application);
    }

    private static bool Ask(HttpContext context, object? application)
    {
        var services = context.RequestServices;
        var exist = services?.GetService<IServiceProviderIsService>() is { } known
            ? known.IsService(typeof(IValidator<T>)) || known.IsService(typeof(IAsyncValidator<T>))
            : services is not null && (services.GetService<IValidator<T>>() is not null || services.GetService<IAsyncValidator<T>>() is not null);
        if (application is not null)
        {
            last = new Answer(application, exist);
        }

        return exist;
    }

    private sealed record Answer(object Application, bool Exist);
}
