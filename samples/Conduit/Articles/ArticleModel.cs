using Conduit.Domain;
using Conduit.Profiles;

namespace Conduit.Articles;

/// <summary>An article.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Body">Its text, as Markdown.</param>
/// <param name="TagList">Its tags.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="Favorited">Whether the one who asks likes it.</param>
/// <param name="FavoritesCount">How many like it.</param>
/// <param name="Author">Who wrote it.</param>
internal sealed record ArticleModel(
    string Slug,
    string Title,
    string Description,
    string Body,
    IReadOnlyList<string> TagList,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    bool Favorited,
    int FavoritesCount,
    ProfileModel Author)
{
    public static ArticleModel Of(ArticleView view) => new(
        view.Article.Slug,
        view.Article.Title,
        view.Article.Description,
        view.Article.Body,
        view.Article.Tags,
        view.Article.CreatedAt,
        view.Article.UpdatedAt,
        view.Favorited,
        view.FavoritesCount,
        ProfileModel.Of(view.Author));
}
