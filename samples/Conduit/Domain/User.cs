namespace Conduit.Domain;

/// <summary>A registered user. Bio and image are empty until the user says otherwise.</summary>
internal sealed record User(long Id, string Username, string Email, string PasswordHash, string Bio, string Image);
