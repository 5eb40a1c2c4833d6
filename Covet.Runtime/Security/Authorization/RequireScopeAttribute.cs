using Microsoft.AspNetCore.Authorization;

namespace Covet;

/// <summary>
/// Lets in who was granted one of the scopes, in the claim <c>scope</c> or <c>scp</c>. Several attributes must all be met.
/// A refusal names the scopes (RFC 6750 section 3.1).
/// </summary>
/// <param name="scopes">The scopes of which one is needed.</param>
/// <example><code>[RequireScope("orders:write")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RequireScopeAttribute(params string[] scopes) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The scopes of which one is needed.</summary>
    public string[] Scopes { get; } = scopes;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new ScopeRequirement(Scopes)];
}
