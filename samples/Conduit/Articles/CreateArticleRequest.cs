namespace Conduit.Articles;

internal sealed record CreateArticleRequest([property: Required] CreateArticle Article);
