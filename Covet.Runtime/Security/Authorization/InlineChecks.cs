using System.Security.Claims;

namespace Covet.Internal;

/// <summary>The questions that generated authorization asks about a user; each answers as ASP.NET Core's handler of the requirement does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InlineChecks
{
    private readonly PermissionHandler? permissions;

    internal InlineChecks(PermissionHandler? permissions) => this.permissions = permissions;

    /// <summary>Whether someone is logged in.</summary>
    public bool IsUser(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity is null)
        {
            return false;
        }

        foreach (var identity in user.Identities)
        {
            if (identity.IsAuthenticated)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the user has a claim, with one of the values where there are any.</summary>
    public bool HasClaim(ClaimsPrincipal user, string type, params ReadOnlySpan<string> values)
    {
        ArgumentNullException.ThrowIfNull(user);
        foreach (var claim in user.Claims)
        {
            if (claim.Type.Equals(type, StringComparison.OrdinalIgnoreCase) && (values.IsEmpty || values.Contains(claim.Value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the user was granted one of the scopes.</summary>
    public bool HasScope(ClaimsPrincipal user, params ReadOnlySpan<string> scopes) => ScopeRequirement.Holds(user, scopes);

    /// <summary>Whether the user has one of the permissions; never, where the application adds no permissions to its services.</summary>
    public bool HasPermission(ClaimsPrincipal user, params ReadOnlySpan<string> names) => permissions?.Holds(user, names) ?? false;
}
