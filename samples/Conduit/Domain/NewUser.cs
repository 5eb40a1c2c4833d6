namespace Conduit.Domain;

/// <summary>A user who has no number yet.</summary>
internal sealed record NewUser(string Username, string Email, string PasswordHash);
