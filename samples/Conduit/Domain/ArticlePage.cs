namespace Conduit.Domain;

/// <summary>Some articles, and how many the query finds in all.</summary>
internal sealed record ArticlePage(IReadOnlyList<ArticleView> Articles, int Total);
