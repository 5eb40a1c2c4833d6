namespace Conduit.Users;

internal sealed record UserResponse(UserModel User);
