namespace Covet;

/// <summary>The outcome of using a refresh token. Tell the caller <c>invalid_grant</c> for all but the first.</summary>
public enum RefreshStatus
{
    /// <summary>A new token was given for it.</summary>
    Rotated,

    /// <summary>No such token is known.</summary>
    Unknown,

    /// <summary>It waited too long, or its login has ended.</summary>
    Expired,

    /// <summary>It was used before: someone has a copy. All tokens of the login have been revoked.</summary>
    Reused,
}
