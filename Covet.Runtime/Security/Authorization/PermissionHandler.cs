using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Finds permissions in a user's claims and behind a user's roles.</summary>
internal sealed class PermissionHandler(IOptions<CovetAuthorizationOptions> options) : AuthorizationHandler<PermissionRequirement>
{
    private readonly string claimType = options.Value.PermissionClaimType;
    private readonly FrozenDictionary<string, FrozenSet<string>> roles =
        options.Value.Grants.ToFrozenDictionary(g => g.Key, g => g.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        foreach (var identity in context.User.Identities)
        {
            if (!identity.IsAuthenticated)
            {
                continue;
            }

            foreach (var claim in identity.Claims)
            {
                if ((claim.Type == claimType && requirement.Permissions.Contains(claim.Value, StringComparer.Ordinal))
                    || (claim.Type == identity.RoleClaimType && roles.TryGetValue(claim.Value, out var granted) && requirement.Permissions.Any(granted.Contains)))
                {
                    context.Succeed(requirement);
                    return Task.CompletedTask;
                }
            }
        }

        return Task.CompletedTask;
    }
}
