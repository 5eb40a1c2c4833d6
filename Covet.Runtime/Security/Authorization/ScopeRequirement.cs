using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Covet;

/// <summary>Asks for one of several scopes, in <c>scope</c> (RFC 8693 section 4.2, parted by spaces) or <c>scp</c>.</summary>
internal sealed class ScopeRequirement(string[] scopes) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public string[] Scopes { get; } = scopes;

    public override string ToString() => $"one of the scopes {string.Join(", ", Scopes)}";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (Holds(context.User, requirement.Scopes))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    internal static bool Holds(ClaimsPrincipal user, ReadOnlySpan<string> scopes)
    {
        foreach (var identity in user.Identities)
        {
            if (!identity.IsAuthenticated)
            {
                continue;
            }

            foreach (var claim in identity.Claims)
            {
                if (claim.Type is "scope" or "scp" && HasOne(claim.Value, scopes))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasOne(ReadOnlySpan<char> granted, ReadOnlySpan<string> scopes)
    {
        foreach (var range in granted.Split(' '))
        {
            foreach (var scope in scopes)
            {
                if (granted[range].SequenceEqual(scope))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
