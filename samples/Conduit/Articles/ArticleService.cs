using Conduit.Domain;
using Conduit.Stores;

namespace Conduit.Articles;

/// <summary>Writing articles: slugs, tags, times.</summary>
[Singleton]
internal sealed class ArticleService(IConduitStore store)
{
    /// <summary>Publishes an article, and gives its slug.</summary>
    public async Task<string> CreateAsync(CreateArticle article, long authorId, CancellationToken cancellationToken)
    {
        string[] tags = [.. (article.TagList ?? []).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
        var draft = new NewArticle(Slug.From(article.Title), article.Title, article.Description, article.Body, tags, Now(), authorId);
        try
        {
            return (await store.AddArticleAsync(draft, cancellationToken)).Slug;
        }
        catch (TakenException)
        {
            return (await store.AddArticleAsync(draft with { Slug = Slug.Distinct(article.Title) }, cancellationToken)).Slug;
        }
    }

    /// <summary>Changes what is given, and gives the slug, which follows the title; null: the article is gone.</summary>
    public async Task<string?> UpdateAsync(Article article, UpdateArticle update, CancellationToken cancellationToken)
    {
        var title = update.Title ?? article.Title;
        var changed = article with
        {
            Slug = title == article.Title ? article.Slug : Slug.From(title),
            Title = title,
            Description = update.Description ?? article.Description,
            Body = update.Body ?? article.Body,
            UpdatedAt = Now(),
        };
        try
        {
            return await store.UpdateArticleAsync(changed, cancellationToken) ? changed.Slug : null;
        }
        catch (TakenException)
        {
            changed = changed with { Slug = Slug.Distinct(title) };
            return await store.UpdateArticleAsync(changed, cancellationToken) ? changed.Slug : null;
        }
    }

    /// <summary>Now, in what every store keeps exactly.</summary>
    internal static DateTime Now()
    {
        var now = DateTime.UtcNow;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
