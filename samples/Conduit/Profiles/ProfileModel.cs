using Conduit.Domain;

namespace Conduit.Profiles;

/// <summary>A user as others see them.</summary>
/// <param name="Username">The user's name.</param>
/// <param name="Bio">About the user; empty if they said nothing.</param>
/// <param name="Image">The address of a picture; empty if there is none.</param>
/// <param name="Following">Whether the one who asks follows them.</param>
internal sealed record ProfileModel(string Username, string Bio, string Image, bool Following)
{
    public static ProfileModel Of(AuthorView author) => new(author.Username, author.Bio, author.Image, author.Following);
}
