namespace Conduit.Domain;

/// <summary>An article as one reader sees it.</summary>
internal sealed record ArticleView(Article Article, AuthorView Author, bool Favorited, int FavoritesCount);
