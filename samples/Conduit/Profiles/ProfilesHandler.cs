using System.Security.Claims;
using Conduit.Domain;
using Conduit.Errors;
using Conduit.Security;
using Conduit.Stores;

namespace Conduit.Profiles;

/// <summary>Users as others see them, and following.</summary>
[Handler("/api/profiles/{username}")]
[Tags("Profile")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class ProfilesHandler(IConduitStore store)
{
    /// <summary>Get a profile</summary>
    /// <remarks>Get a profile of a user of the system. Auth is optional</remarks>
    /// <param name="username">Username of the profile to get</param>
    [Get(Name = "GetProfileByUsername")]
    [OptionalToken]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [AllowAnonymous]
    public async Task<Results<Ok<ProfileResponse>, NotFound<ErrorModel>>> Get(string username, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (await store.FindUserByNameAsync(username, cancellationToken) is not { } user)
        {
            return Unknown();
        }

        return Profile(user, principal.Id() is { } reader && await store.IsFollowingAsync(reader, user.Id, cancellationToken));
    }

    /// <summary>Follow a user</summary>
    /// <remarks>Follow a user by username</remarks>
    /// <param name="username">Username of the profile you want to follow</param>
    [Post("follow", Name = "FollowUserByUsername")]
    [Authorize]
    public Task<Results<Ok<ProfileResponse>, NotFound<ErrorModel>>> Follow(string username, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SetAsync(username, principal, true, cancellationToken);

    /// <summary>Unfollow a user</summary>
    /// <remarks>Unfollow a user by username</remarks>
    /// <param name="username">Username of the profile you want to unfollow</param>
    [Delete("follow", Name = "UnfollowUserByUsername")]
    [Authorize]
    public Task<Results<Ok<ProfileResponse>, NotFound<ErrorModel>>> Unfollow(string username, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SetAsync(username, principal, false, cancellationToken);

    private static Ok<ProfileResponse> Profile(User user, bool following) =>
        TypedResults.Ok(new ProfileResponse(new ProfileModel(user.Username, user.Bio, user.Image, following)));

    private static NotFound<ErrorModel> Unknown() => TypedResults.NotFound(ErrorModel.Of("There is no such user."));

    private async Task<Results<Ok<ProfileResponse>, NotFound<ErrorModel>>> SetAsync(
        string username,
        ClaimsPrincipal principal,
        bool following,
        CancellationToken cancellationToken)
    {
        if (await store.FindUserByNameAsync(username, cancellationToken) is not { } user)
        {
            return Unknown();
        }

        await store.SetFollowingAsync(principal.RequiredId(), user.Id, following, cancellationToken);
        return Profile(user, following);
    }
}
