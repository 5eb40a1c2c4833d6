namespace Conduit.Articles;

internal sealed record ArticleResponse(ArticleModel Article);
