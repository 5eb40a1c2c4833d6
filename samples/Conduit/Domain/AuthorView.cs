namespace Conduit.Domain;

/// <summary>A user as another one sees them.</summary>
internal sealed record AuthorView(string Username, string Bio, string Image, bool Following);
