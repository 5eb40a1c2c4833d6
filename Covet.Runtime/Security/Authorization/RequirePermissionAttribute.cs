using Microsoft.AspNetCore.Authorization;

namespace Covet;

/// <summary>
/// Lets in who has one of the permissions: by the claim <c>permissions</c>, or by a role to which the application has
/// granted it with <see cref="CovetAuthorizationOptions.Grant"/>. Several attributes must all be met.
/// </summary>
/// <param name="permissions">The permissions of which one is needed.</param>
/// <example><code>[RequirePermission("orders.cancel")]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RequirePermissionAttribute(params string[] permissions) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The permissions of which one is needed.</summary>
    public string[] Permissions { get; } = permissions;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(Permissions)];
}
