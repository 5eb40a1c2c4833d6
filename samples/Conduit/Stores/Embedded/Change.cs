using Conduit.Domain;

namespace Conduit.Stores.Embedded;

/// <summary>What the log keeps: one fact. The state is all facts applied in their order.</summary>
internal abstract record Change
{
    internal sealed record UserSaved(User User) : Change;

    internal sealed record ArticleSaved(Article Article) : Change;

    internal sealed record ArticleDeleted(long ArticleId) : Change;

    internal sealed record CommentSaved(Comment Comment) : Change;

    internal sealed record CommentDeleted(long CommentId) : Change;

    internal sealed record FollowingSet(long FollowerId, long FollowedId, bool Following) : Change;

    internal sealed record FavoriteSet(long UserId, long ArticleId, bool Favorite) : Change;

    /// <summary>The next numbers to give, so that a deleted article's number is never given again after a compaction.</summary>
    internal sealed record NumbersSet(long User, long Article, long Comment) : Change;
}
