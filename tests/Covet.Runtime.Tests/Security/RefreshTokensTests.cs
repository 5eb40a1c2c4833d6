namespace Covet.Runtime.Tests.Security;

public sealed class RefreshTokensTests
{
    private readonly TestClock clock = new();
    private readonly MemoryRefreshTokenStore store;
    private readonly RefreshTokens tokens;

    public RefreshTokensTests()
    {
        store = new MemoryRefreshTokenStore(clock);
        tokens = new RefreshTokens(store, new RefreshTokenOptions { TimeProvider = clock });
    }

    [Fact]
    public async Task Each_use_gives_the_next_token()
    {
        var token = await tokens.IssueAsync("u1");
        for (var i = 0; i < 5; i++)
        {
            var result = await tokens.RotateAsync(token);
            Assert.Equal((RefreshStatus.Rotated, "u1"), (result.Status, result.Subject));
            Assert.NotEqual(token, result.Token);
            token = result.Token!;
        }
    }

    [Fact]
    public async Task A_second_use_ends_the_login_for_the_thief_and_for_the_user()
    {
        var stolen = await tokens.IssueAsync("u1");
        var other = await tokens.IssueAsync("u1");
        var current = (await tokens.RotateAsync(stolen)).Token!;
        Assert.Equal(RefreshStatus.Reused, (await tokens.RotateAsync(stolen)).Status);
        Assert.Equal(RefreshStatus.Unknown, (await tokens.RotateAsync(current)).Status);
        Assert.Equal(RefreshStatus.Rotated, (await tokens.RotateAsync(other)).Status);
    }

    [Fact]
    public async Task A_thief_who_hangs_up_ends_the_login_all_the_same()
    {
        var impatient = new RefreshTokens(new ImpatientStore(store), new RefreshTokenOptions { TimeProvider = clock });
        var stolen = await impatient.IssueAsync("u1");
        var current = (await impatient.RotateAsync(stolen)).Token!;
        using var hungUp = new CancellationTokenSource();
        Assert.Equal(RefreshStatus.Reused, (await impatient.RotateAsync(stolen, hungUp.Token)).Status);
        Assert.Equal(RefreshStatus.Unknown, (await impatient.RotateAsync(current)).Status);
    }

    [Fact]
    public async Task Of_many_uses_at_once_one_wins_at_most()
    {
        var token = await tokens.IssueAsync("u1");
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => tokens.RotateAsync(token).AsTask())));
        Assert.Single(results, r => r.Status == RefreshStatus.Rotated);
        var next = results.Single(r => r.Status == RefreshStatus.Rotated).Token!;
        Assert.Equal(RefreshStatus.Unknown, (await tokens.RotateAsync(next)).Status);
    }

    [Fact]
    public async Task A_token_waits_14_days_and_a_login_lasts_90()
    {
        var token = await tokens.IssueAsync("u1");
        for (var day = 0; day < 78; day += 13)
        {
            clock.Now += TimeSpan.FromDays(13);
            token = (await tokens.RotateAsync(token)).Token!;
        }

        clock.Now += TimeSpan.FromDays(12);
        Assert.Equal(RefreshStatus.Expired, (await tokens.RotateAsync(token)).Status);

        var idle = await tokens.IssueAsync("u2");
        clock.Now += TimeSpan.FromDays(14);
        Assert.Equal(RefreshStatus.Expired, (await tokens.RotateAsync(idle)).Status);
    }

    [Fact]
    public async Task Logging_out_ends_the_login_and_revoking_a_user_ends_all()
    {
        var one = await tokens.IssueAsync("u1");
        var two = await tokens.IssueAsync("u1");
        await tokens.RevokeAsync(one);
        Assert.Equal(RefreshStatus.Unknown, (await tokens.RotateAsync(one)).Status);
        await tokens.RevokeSubjectAsync("u1");
        Assert.Equal(RefreshStatus.Unknown, (await tokens.RotateAsync(two)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Nonsense_is_unknown(string token) =>
        Assert.Equal(RefreshStatus.Unknown, (await tokens.RotateAsync(token)).Status);

    [Fact]
    public async Task The_store_never_sees_a_token()
    {
        var token = await tokens.IssueAsync("u1");
        Assert.Null(await store.FindAsync(token, default));
    }

    // Its callers may hang up at any time, but for revoking.
    private sealed class ImpatientStore(IRefreshTokenStore inner) : IRefreshTokenStore
    {
        public ValueTask AddAsync(RefreshTokenRecord record, CancellationToken cancellationToken) => inner.AddAsync(record, cancellationToken);

        public ValueTask<RefreshTokenRecord?> FindAsync(string hash, CancellationToken cancellationToken) => inner.FindAsync(hash, cancellationToken);

        public ValueTask<bool> TryConsumeAsync(string hash, DateTimeOffset at, CancellationToken cancellationToken) => inner.TryConsumeAsync(hash, at, cancellationToken);

        public ValueTask RevokeFamilyAsync(string familyId, CancellationToken cancellationToken)
        {
            Assert.False(cancellationToken.CanBeCanceled);
            return inner.RevokeFamilyAsync(familyId, cancellationToken);
        }

        public ValueTask RevokeSubjectAsync(string subject, CancellationToken cancellationToken) => inner.RevokeSubjectAsync(subject, cancellationToken);
    }
}
