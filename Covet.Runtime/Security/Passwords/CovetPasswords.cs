using System.Security.Cryptography;

namespace Covet;

/// <summary>
/// Hashes passwords with PBKDF2-HMAC-SHA512 and 220,000 iterations, the OWASP Password Storage Cheat Sheet's parameters, as
/// a text that names them, so that they can be raised later. One check costs about 0.1 s of processor time on purpose:
/// limit how often it can be asked for.
/// </summary>
/// <example>
/// <code>
/// user.PasswordHash = CovetPasswords.Hash(password);
/// switch (CovetPasswords.Verify(user?.PasswordHash, password))
/// {
///     case PasswordVerification.SuccessRehashNeeded: user!.PasswordHash = CovetPasswords.Hash(password); break;
///     case PasswordVerification.Failed: return TypedResults.Unauthorized();
/// }
/// </code>
/// </example>
public static class CovetPasswords
{
    /// <summary>The longest password in characters; a longer one is refused rather than cut.</summary>
    public const int MaxLength = 1024;

    private const int SaltBytes = 16;

    // Checked where there is no user, so that a stranger cannot learn from the time taken who has an account.
    private static readonly PasswordHash Nobody = PasswordHash.Create("", PasswordHash.CurrentAlgorithm, PasswordHash.CurrentIterations, new byte[SaltBytes]);

    /// <summary>Hashes a password with a new salt.</summary>
    /// <param name="password">1 to <see cref="MaxLength"/> characters.</param>
    /// <returns>A text such as <c>$pbkdf2-sha512$i=220000$salt$hash</c>, 133 characters.</returns>
    /// <exception cref="ArgumentException">The password is empty or too long.</exception>
    public static string Hash(string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(password.Length, MaxLength, nameof(password));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return PasswordHash.Create(password, PasswordHash.CurrentAlgorithm, PasswordHash.CurrentIterations, salt).ToString();
    }

    /// <summary>Checks a password; a wrong one takes a time that does not tell whether there is a hash, nor whether it is an old one.</summary>
    /// <param name="hash">
    /// What <see cref="Hash"/> or ASP.NET Core Identity (version 3) made; null for a user who does not exist.
    /// </param>
    /// <param name="password">The password that was sent.</param>
    public static PasswordVerification Verify(string? hash, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length is 0 or > MaxLength)
        {
            return PasswordVerification.Failed;
        }

        if (!PasswordHash.TryParse(hash, out var known))
        {
            Nobody.Matches(password);
            return PasswordVerification.Failed;
        }

        if (!known.Matches(password))
        {
            known.SpendMissing(password);
            return PasswordVerification.Failed;
        }

        return known.IsCurrent ? PasswordVerification.Success : PasswordVerification.SuccessRehashNeeded;
    }
}
