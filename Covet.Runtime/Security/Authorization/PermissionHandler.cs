using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Finds permissions in a user's claims and behind a user's roles.</summary>
internal sealed class PermissionHandler(IOptions<CovetAuthorizationOptions> options) : AuthorizationHandler<PermissionRequirement>
{
    private readonly string claimType = options.Value.PermissionClaimType;
    private readonly FrozenDictionary<string, FrozenSet<string>> roles =
        options.Value.Grants.ToFrozenDictionary(g => g.Key, g => g.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether the user has one of the permissions.</summary>
    public bool Holds(ClaimsPrincipal user, ReadOnlySpan<string> permissions)
    {
        foreach (var identity in user.Identities)
        {
            if (!identity.IsAuthenticated)
            {
                continue;
            }

            foreach (var claim in identity.Claims)
            {
                if ((claim.Type == claimType && permissions.Contains(claim.Value))
                    || (claim.Type == identity.RoleClaimType && roles.TryGetValue(claim.Value, out var granted) && HasOne(granted, permissions)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (Holds(context.User, requirement.Permissions))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool HasOne(FrozenSet<string> granted, ReadOnlySpan<string> permissions)
    {
        foreach (var permission in permissions)
        {
            if (granted.Contains(permission))
            {
                return true;
            }
        }

        return false;
    }
}
