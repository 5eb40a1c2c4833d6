namespace Covet;

/// <summary>Which permissions the roles of an application have.</summary>
public sealed class CovetAuthorizationOptions
{
    /// <summary>The claim that names a user's permissions; <c>permissions</c> by default.</summary>
    public string PermissionClaimType { get; set; } = "permissions";

    /// <summary>
    /// Whether endpoints whose attributes ask for roles, claims, scopes and permissions alone are checked by generated code
    /// in place of ASP.NET Core's policy engine, with the same outcome; true by default. Who passes so is not counted by
    /// ASP.NET Core's authorization metrics.
    /// </summary>
    public bool InlineChecks { get; set; } = true;

    internal Dictionary<string, HashSet<string>> Grants { get; } = new(StringComparer.Ordinal);

    /// <summary>Grants permissions to a role.</summary>
    /// <param name="role">The role, as it stands in the user's claims.</param>
    /// <param name="permissions">The permissions.</param>
    /// <example><code>o.Grant("clerk", "orders.read", "orders.create").Grant("manager", "orders.cancel")</code></example>
    public CovetAuthorizationOptions Grant(string role, params ReadOnlySpan<string> permissions)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        if (!Grants.TryGetValue(role, out var granted))
        {
            Grants[role] = granted = new HashSet<string>(StringComparer.Ordinal);
        }

        foreach (var permission in permissions)
        {
            granted.Add(permission);
        }

        return this;
    }
}
