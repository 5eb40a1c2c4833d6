namespace Conduit.Users;

internal sealed record RegisterRequest([property: Required] RegisterUser User);
