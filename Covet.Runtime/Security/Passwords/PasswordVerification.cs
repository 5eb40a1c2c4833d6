namespace Covet;

/// <summary>The outcome of a password check.</summary>
public enum PasswordVerification
{
    /// <summary>The password is wrong, or the hash is none.</summary>
    Failed,

    /// <summary>The password is right.</summary>
    Success,

    /// <summary>The password is right, and its hash is older than today's parameters: store <see cref="CovetPasswords.Hash"/> of it.</summary>
    SuccessRehashNeeded,
}
