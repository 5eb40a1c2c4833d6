namespace Conduit.Users;

/// <summary>Credentials.</summary>
internal sealed record LoginUser(
    [property: Required] string Email,
    [property: Required, DataType(DataType.Password)] string Password);
