using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Covet;

/// <summary>Lets in who has a claim. Several attributes must all be met.</summary>
/// <param name="claimType">The claim.</param>
/// <param name="allowedValues">The values of which one is needed; none for any value.</param>
/// <example><code>[RequireClaim("email_verified", "true")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RequireClaimAttribute(string claimType, params string[] allowedValues) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The claim.</summary>
    public string ClaimType { get; } = claimType;

    /// <summary>The values of which one is needed; empty for any value.</summary>
    public string[] AllowedValues { get; } = allowedValues;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new ClaimsAuthorizationRequirement(ClaimType, AllowedValues)];
}
