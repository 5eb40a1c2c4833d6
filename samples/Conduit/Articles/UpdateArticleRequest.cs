namespace Conduit.Articles;

internal sealed record UpdateArticleRequest([property: Required] UpdateArticle Article);
