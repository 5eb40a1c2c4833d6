namespace Covet.Internal;

/// <summary>A permission that an endpoint of a class library asks for, for the list of the applications that reference it.</summary>
/// <param name="permission">The permission.</param>
/// <param name="endpoint">The endpoint, for people.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CovetModulePermissionAttribute(string permission, string endpoint) : Attribute
{
    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;

    /// <summary>The endpoint.</summary>
    public string Endpoint { get; } = endpoint;
}
