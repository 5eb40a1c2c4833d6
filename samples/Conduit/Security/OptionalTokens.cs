using Microsoft.AspNetCore.Authentication;

namespace Conduit.Security;

internal static class OptionalTokens
{
    /// <summary>Answers 401 to a token that is not good, where an operation has <see cref="OptionalTokenAttribute"/>.</summary>
    public static void UseOptionalTokens(this WebApplication app) => app.Use(static (context, next) =>
        context.Request.Headers.Authorization.Count > 0
        && context.User.Identity is not { IsAuthenticated: true }
        && context.GetEndpoint()?.Metadata.GetMetadata<OptionalTokenAttribute>() is not null
            ? context.ChallengeAsync()
            : next(context));
}
