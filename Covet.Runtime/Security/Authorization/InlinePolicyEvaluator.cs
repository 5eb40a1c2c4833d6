using Covet.Internal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>
/// Lets a user pass whom the generated check of the endpoint lets pass, without the policy engine. Whatever else comes (a
/// refusal, another policy, an application with handlers or services of its own) goes to ASP.NET Core's evaluator, so that
/// reasons, logs and results are its own.
/// </summary>
internal sealed class InlinePolicyEvaluator(bool inline) : IPolicyEvaluator
{
    // Its authentication asks for no service.
    private static readonly PolicyEvaluator Authentication = new(null!);
    private static readonly Task<PolicyAuthorizationResult> Passed = Task.FromResult(PolicyAuthorizationResult.Success());

    private InlineChecks? checks;
    private bool isReady;

    public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) => Authentication.AuthenticateAsync(policy, context);

    public Task<PolicyAuthorizationResult> AuthorizeAsync(AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource)
    {
        if (inline
            && context.GetEndpoint()?.Metadata.GetMetadata<InlineAuthorization>() is { } authorization
            && Checks(context.RequestServices) is { } own
            && authorization.Covers(policy)
            && authorization.Check(context.User, own))
        {
            return Passed;
        }

        return new PolicyEvaluator(context.RequestServices.GetRequiredService<IAuthorizationService>()).AuthorizeAsync(policy, authenticationResult, context, resource);
    }

    // What is registered does not change once the application runs.
    private InlineChecks? Checks(IServiceProvider services)
    {
        if (!Volatile.Read(ref isReady))
        {
            checks = MakeChecks(services);
            Volatile.Write(ref isReady, true);
        }

        return checks;
    }

    // A handler of the application may refuse whom the requirements let pass; a service of its own may do anything.
    private static InlineChecks? MakeChecks(IServiceProvider services)
    {
        var handlers = services.GetServices<IAuthorizationHandler>().ToList();
        return handlers.All(handler => handler is PermissionHandler || handler.GetType() == typeof(PassThroughAuthorizationHandler))
            && IsStock<DefaultAuthorizationHandlerProvider>(services.GetService<IAuthorizationHandlerProvider>())
            && IsStock<DefaultAuthorizationHandlerContextFactory>(services.GetService<IAuthorizationHandlerContextFactory>())
            && IsStock<DefaultAuthorizationEvaluator>(services.GetService<IAuthorizationEvaluator>())
            && IsStockService(services.GetService<IAuthorizationService>())
            ? new InlineChecks(handlers.OfType<PermissionHandler>().FirstOrDefault())
            : null;
    }

    private static bool IsStock<T>(object? service) => service?.GetType() == typeof(T);

    // .NET 10 has one that counts, which is internal.
    private static bool IsStockService(IAuthorizationService? service) =>
        IsStock<DefaultAuthorizationService>(service) || service?.GetType().ToString() == "Microsoft.AspNetCore.Authorization.DefaultAuthorizationServiceImpl";
}
