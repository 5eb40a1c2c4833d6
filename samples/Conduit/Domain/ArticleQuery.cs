namespace Conduit.Domain;

/// <summary>Which articles to list, newest first. Every filter that is set must hold.</summary>
/// <param name="Tag">Only articles with this tag.</param>
/// <param name="Author">Only articles by the user of this name.</param>
/// <param name="FavoritedBy">Only favourites of the user of this name.</param>
/// <param name="FollowedBy">Only articles by those whom the user of this number follows.</param>
/// <param name="Offset">Articles to skip, 0 or more.</param>
/// <param name="Limit">Articles to give at most, 1 or more.</param>
internal sealed record ArticleQuery(string? Tag, string? Author, string? FavoritedBy, long? FollowedBy, int Offset, int Limit);
