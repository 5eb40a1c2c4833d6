using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace HttpApp;

/// <summary>A document is its owner's alone. It is a requirement and its handler in one, which ASP.NET Core runs without a registration.</summary>
internal sealed class OwnerRequirement : AuthorizationHandler<OwnerRequirement, Document>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement, Document resource)
    {
        if (context.User.FindFirstValue("sub") == resource.Owner)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
