namespace Conduit.Users;

internal sealed record LoginRequest([property: Required] LoginUser User);
