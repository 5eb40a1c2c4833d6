using Conduit.Domain;

namespace Conduit.Articles;

/// <summary>A page of articles.</summary>
/// <param name="Articles">The articles of this page.</param>
/// <param name="ArticlesCount">How many there are in all.</param>
internal sealed record ArticlesResponse(IReadOnlyList<ArticleSummary> Articles, int ArticlesCount)
{
    public static ArticlesResponse Of(ArticlePage page) => new([.. page.Articles.Select(ArticleSummary.Of)], page.Total);
}
