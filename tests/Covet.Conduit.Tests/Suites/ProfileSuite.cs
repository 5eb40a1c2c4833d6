namespace Covet.Conduit.Tests.Suites;

public abstract class ProfileSuite(ConduitHost host)
{
    [Fact]
    public async Task A_profile_is_shown_to_strangers_and_says_to_a_follower_that_they_follow()
    {
        var api = await host.ApiAsync();
        var (ada, _) = await api.RegisterAsync();
        var (_, bob) = await api.RegisterAsync();

        var followed = await api.PostAsync($"/api/profiles/{ada}/follow", null, bob);
        var seenByBob = await api.GetAsync($"/api/profiles/{ada}", bob);
        var seenByStranger = await api.GetAsync($"/api/profiles/{ada}");
        var unfollowed = await api.DeleteAsync($"/api/profiles/{ada}/follow", bob);

        Assert.Equal((200, 200, 200, 200), (followed.Status, seenByBob.Status, seenByStranger.Status, unfollowed.Status));
        Assert.True(followed["profile", "following"]!.GetValue<bool>());
        Assert.True(seenByBob["profile", "following"]!.GetValue<bool>());
        Assert.False(seenByStranger["profile", "following"]!.GetValue<bool>());
        Assert.False(unfollowed["profile", "following"]!.GetValue<bool>());
        Assert.Equal($$$"""{"profile":{"username":"{{{ada}}}","bio":"","image":"","following":false}}""", seenByStranger.Content);
    }

    [Fact]
    public async Task A_user_whom_nobody_knows_is_404_in_the_contracts_form()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();

        var answer = await api.GetAsync("/api/profiles/nobody-at-all");

        Assert.Equal(404, answer.Status);
        Assert.Equal(["There is no such user."], answer.Errors);
        Assert.Equal(404, (await api.PostAsync("/api/profiles/nobody-at-all/follow", null, token)).Status);
    }
}
