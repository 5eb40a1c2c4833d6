using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Covet.Internal;

/// <summary>What an endpoint's authorization attributes ask for, as generated code that needs no service.</summary>
/// <param name="requirements">The requirements that the code was made from, each in the form of <see cref="Name"/>.</param>
/// <param name="check">Whether a user meets all of them.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InlineAuthorization(string[] requirements, Func<ClaimsPrincipal, InlineChecks, bool> check)
{
    private AuthorizationPolicy? same;
    private AuthorizationPolicy? other;

    internal Func<ClaimsPrincipal, InlineChecks, bool> Check { get; } = check;

    /// <summary>Puts the generated checks before the policy engine, unless the application has a policy evaluator of its own.</summary>
    public static void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i] is { IsKeyedService: false } descriptor
                && descriptor.ServiceType == typeof(IPolicyEvaluator)
                && descriptor.ImplementationType == typeof(PolicyEvaluator))
            {
                services.RemoveAt(i);
            }
        }

        services.TryAddSingleton<IPolicyEvaluator>(static provider => new InlinePolicyEvaluator(provider.GetService<IOptions<CovetAuthorizationOptions>>()?.Value.InlineChecks ?? true));
    }

    /// <summary>
    /// Whether a policy asks for the same as the attributes did at build. It asks for more where a convention, another
    /// default policy or other metadata added to it.
    /// </summary>
    internal bool Covers(AuthorizationPolicy policy)
    {
        if (ReferenceEquals(Volatile.Read(ref same), policy))
        {
            return true;
        }

        if (ReferenceEquals(Volatile.Read(ref other), policy))
        {
            return false;
        }

        var covers = policy.Requirements.Select(Name).ToHashSet(StringComparer.Ordinal).SetEquals(requirements);
        Volatile.Write(ref covers ? ref same : ref other, policy);
        return covers;
    }

    // Of the very types: one that derives from them may ask for something else.
    private static string Name(IAuthorizationRequirement requirement) => requirement switch
    {
        DenyAnonymousAuthorizationRequirement when requirement.GetType() == typeof(DenyAnonymousAuthorizationRequirement) => "user",
        RolesAuthorizationRequirement roles when requirement.GetType() == typeof(RolesAuthorizationRequirement) => Join("roles", roles.AllowedRoles),
        ClaimsAuthorizationRequirement claim when requirement.GetType() == typeof(ClaimsAuthorizationRequirement) => Join("claim", (claim.AllowedValues ?? []).Prepend(claim.ClaimType)),
        ScopeRequirement scope => Join("scope", scope.Scopes),
        PermissionRequirement permission => Join("permission", permission.Permissions),
        _ => "",
    };

    private static string Join(string kind, IEnumerable<string> values) => kind + "\0" + string.Join('\0', values);
}
