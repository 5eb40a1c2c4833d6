using Microsoft.AspNetCore.Authorization;

namespace Covet;

/// <summary>Asks for one of several permissions.</summary>
internal sealed class PermissionRequirement(string[] permissions) : IAuthorizationRequirement
{
    public string[] Permissions { get; } = permissions;

    public override string ToString() => $"one of the permissions {string.Join(", ", Permissions)}";
}
