using System.Globalization;
using Conduit.Domain;
using Conduit.Stores;
using Conduit.Stores.Embedded;
using Covet.Conduit.Tests.Support;

namespace Covet.Conduit.Tests.Stores;

public sealed class EmbeddedDurabilityTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_that_was_acknowledged_is_there_after_a_restart()
    {
        await using (var store = await OpenAsync())
        {
            await FillAsync(store);
        }

        await using var again = await OpenAsync();
        await AssertFilledAsync(again);
    }

    [Fact]
    public async Task A_log_copied_in_mid_use_is_a_whole_log()
    {
        await using var store = await OpenAsync();
        await FillAsync(store);
        using var copy = new TestFolder();
        File.WriteAllBytes(Path.Combine(copy.FullName, "000000001.log"), ReadShared(folder.LogPath));

        await using var copied = new EmbeddedStore(copy.FullName);
        await copied.StartAsync(Token);
        await AssertFilledAsync(copied);
    }

    [Fact]
    public async Task A_last_batch_torn_at_any_byte_is_cut_off_and_all_before_it_stays()
    {
        long whole;
        await using (var store = await OpenAsync())
        {
            await AddUserAsync(store, 1);
            whole = new FileInfo(folder.LogPath).Length;
            await AddUserAsync(store, 2);
        }

        var bytes = File.ReadAllBytes(folder.LogPath);
        for (var length = whole; length < bytes.Length; length++)
        {
            File.WriteAllBytes(folder.LogPath, bytes[..(int)length]);
            await using (var torn = await OpenAsync())
            {
                Assert.NotNull(await torn.FindUserByNameAsync("user1", Token));
                Assert.Null(await torn.FindUserByNameAsync("user2", Token));
                await AddUserAsync(torn, 3);
            }

            await using var again = await OpenAsync();
            Assert.NotNull(await again.FindUserByNameAsync("user1", Token));
            Assert.NotNull(await again.FindUserByNameAsync("user3", Token));
        }
    }

    [Fact]
    public async Task A_last_batch_with_any_byte_changed_is_not_believed()
    {
        long whole;
        await using (var store = await OpenAsync())
        {
            await AddUserAsync(store, 1);
            whole = new FileInfo(folder.LogPath).Length;
            await AddUserAsync(store, 2);
        }

        var bytes = File.ReadAllBytes(folder.LogPath);
        for (var at = (int)whole; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x20;
            File.WriteAllBytes(folder.LogPath, damaged);
            await using var store = await OpenAsync();
            Assert.Null(await store.FindUserByNameAsync("user2", Token));
            Assert.NotNull(await store.FindUserByNameAsync("user1", Token));
        }
    }

    [Fact]
    public async Task Damage_before_the_end_stops_the_start_because_acknowledged_data_would_be_lost()
    {
        await using (var store = await OpenAsync())
        {
            await AddUserAsync(store, 1);
            await AddUserAsync(store, 2);
        }

        var bytes = File.ReadAllBytes(folder.LogPath);
        bytes[30] ^= 1;
        File.WriteAllBytes(folder.LogPath, bytes);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);
        Assert.Contains("damaged at byte", exception.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(folder.LogPath));
    }

    [Fact]
    public async Task A_file_that_is_no_log_is_not_opened()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "000000001.log"), "something else");

        await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);
    }

    [Fact]
    public async Task A_second_process_is_refused()
    {
        await using var store = await OpenAsync();

        await Assert.ThrowsAsync<IOException>(OpenAsync);
    }

    [Fact]
    public async Task What_was_replaced_leaves_the_log_while_writing_goes_on_and_nothing_is_lost()
    {
        await using (var store = new EmbeddedStore(folder.FullName, compactAfter: 20_000))
        {
            await store.StartAsync(Token);
            await FillAsync(store);
            var ada = await store.FindUserByNameAsync("ada", Token);
            for (var i = 0; i < 2000; i++)
            {
                await store.UpdateUserAsync(ada! with { Bio = i.ToString(CultureInfo.InvariantCulture) + new string('x', 100) }, Token);
            }

            // 2,000 updates of 150 bytes each would be 300 KB.
            Assert.True(new FileInfo(folder.LogPath).Length < 150_000);
        }

        Assert.Equal([], Directory.GetFiles(folder.FullName, "*.tmp"));
        await using var again = await OpenAsync();
        Assert.Equal("1999" + new string('x', 100), (await again.FindUserByNameAsync("ada", Token))!.Bio);
        await AssertFilledAsync(again);
    }

    [Fact]
    public async Task A_number_is_not_given_twice_even_across_a_compaction()
    {
        long deleted;
        await using (var store = new EmbeddedStore(folder.FullName, compactAfter: 1))
        {
            await store.StartAsync(Token);
            var ada = await AddUserAsync(store, 1);
            var article = await store.AddArticleAsync(Article("gone", ada), Token);
            deleted = article.Id;
            await store.DeleteArticleAsync(article.Id, Token);
            var before = folder.LogPath;
            for (var i = 10; folder.LogPath == before; i++)
            {
                await AddUserAsync(store, i);
            }
        }

        await using var again = await OpenAsync();
        Assert.True((await again.AddArticleAsync(Article("new", (await again.FindUserByNameAsync("user1", Token))!), Token)).Id > deleted);
    }

    [Fact]
    public async Task What_a_crash_left_of_a_compaction_is_deleted_and_the_log_stays()
    {
        await using (var store = await OpenAsync())
        {
            await AddUserAsync(store, 1);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "000000002.tmp"), "half");
        await using var again = await OpenAsync();

        Assert.NotNull(await again.FindUserByNameAsync("user1", Token));
        Assert.Equal([], Directory.GetFiles(folder.FullName, "*.tmp"));
    }

    [Fact]
    public async Task A_log_that_a_crash_left_beside_its_successor_is_deleted()
    {
        await using (var store = await OpenAsync())
        {
            await AddUserAsync(store, 1);
        }

        var old = folder.LogPath;
        File.Copy(old, Path.Combine(folder.FullName, "000000002.log"));
        await using var again = await OpenAsync();

        Assert.NotNull(await again.FindUserByNameAsync("user1", Token));
        Assert.False(File.Exists(old));
    }

    [Fact]
    public async Task Many_writers_share_flushes_and_every_one_is_kept()
    {
        const int writers = 500;
        await using (var store = await OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, writers).Select(i => AddUserAsync(store, i)));
        }

        await using var again = await OpenAsync();
        for (var i = 0; i < writers; i++)
        {
            Assert.NotNull(await again.FindUserByNameAsync($"user{i}", Token));
        }
    }

    [Fact]
    public async Task A_closed_store_is_unavailable()
    {
        var store = await OpenAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => AddUserAsync(store, 1));
    }

    private static byte[] ReadShared(string path)
    {
        // File locks are for those who write; a reader that asks for no lock may look.
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", [path]) { RedirectStandardOutput = true })!;
        using var buffer = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(buffer);
        process.WaitForExit();
        return buffer.ToArray();
    }

    private static NewArticle Article(string slug, User author) =>
        new(slug, "Title", "About", "Body", ["x"], new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), author.Id);

    private static Task<User> AddUserAsync(EmbeddedStore store, int number) =>
        store.AddUserAsync(new NewUser($"user{number}", $"user{number}@example.org", "hash"), Token);

    private static async Task FillAsync(EmbeddedStore store)
    {
        var ada = await store.AddUserAsync(new NewUser("ada", "ada@example.org", "h"), Token);
        var bob = await store.AddUserAsync(new NewUser("bob", "bob@example.org", "h"), Token);
        await store.SetFollowingAsync(bob.Id, ada.Id, true, Token);
        var kept = await store.AddArticleAsync(Article("kept", ada), Token);
        var gone = await store.AddArticleAsync(Article("gone", ada), Token);
        await store.SetFavoriteAsync(bob.Id, kept.Id, true, Token);
        await store.AddCommentAsync(new NewComment(kept.Id, bob.Id, "Kept", kept.CreatedAt), Token);
        var removed = await store.AddCommentAsync(new NewComment(kept.Id, bob.Id, "Removed", kept.CreatedAt), Token);
        await store.DeleteCommentAsync(removed!.Id, Token);
        await store.DeleteArticleAsync(gone.Id, Token);
    }

    private static async Task AssertFilledAsync(EmbeddedStore store)
    {
        var bob = await store.FindUserByNameAsync("bob", Token);
        var kept = await store.FindArticleAsync("kept", bob!.Id, Token);
        Assert.True(kept!.Favorited);
        Assert.True(kept.Author.Following);
        Assert.Equal(1, kept.FavoritesCount);
        Assert.Equal(["Kept"], (await store.ListCommentsAsync(kept.Article.Id, null, Token)).Select(view => view.Comment.Body));
        Assert.Null(await store.FindArticleAsync("gone", null, Token));
        Assert.Equal(["x"], await store.ListTagsAsync(Token));
    }

    private async Task<EmbeddedStore> OpenAsync()
    {
        var store = new EmbeddedStore(folder.FullName);
        await store.StartAsync(Token);
        return store;
    }
}
