namespace Conduit.Users;

/// <summary>A user as they see themselves.</summary>
/// <param name="Email">The address to log in with.</param>
/// <param name="Token">The token for later requests.</param>
/// <param name="Username">The name that others see.</param>
/// <param name="Bio">About the user; empty if they said nothing.</param>
/// <param name="Image">The address of a picture; empty if there is none.</param>
internal sealed record UserModel(string Email, string Token, string Username, string Bio, string Image);
