namespace Conduit.Users;

/// <summary>A new user.</summary>
internal sealed record RegisterUser(
    [property: Required, StringLength(64)] string Username,
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, StringLength(CovetPasswords.MaxLength, MinimumLength = 8), DataType(DataType.Password)] string Password);
