namespace Conduit.Users;

internal sealed record UpdateUserRequest([property: Required] UpdateUser User);
