using System.Security.Claims;
using Conduit.Errors;
using Conduit.Security;
using Conduit.Stores;

namespace Conduit.Users;

/// <summary>The logged-in user.</summary>
[Handler("/api/user")]
[Authorize]
[Tags("User and Authentication")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class UserHandler(AccountService accounts)
{
    /// <summary>Get current user</summary>
    /// <remarks>Gets the currently logged-in user</remarks>
    [Get(Name = "GetCurrentUser")]
    public async Task<Results<Ok<UserResponse>, UnauthorizedHttpResult>> Get(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        await accounts.FindAsync(principal.RequiredId(), cancellationToken) is { } user
            ? TypedResults.Ok(new UserResponse(user))
            : TypedResults.Unauthorized();

    /// <summary>Update current user</summary>
    /// <remarks>Updated user information for current user</remarks>
    [Put(Name = "UpdateCurrentUser")]
    public async Task<Results<Ok<UserResponse>, UnauthorizedHttpResult, UnprocessableEntity<ErrorModel>>> Update(
        UpdateUserRequest body,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        if (body.User.IsEmpty())
        {
            return TypedResults.UnprocessableEntity(ErrorModel.Of("user: At least one field is required."));
        }

        try
        {
            return await accounts.UpdateAsync(principal.RequiredId(), body.User, cancellationToken) is { } user
                ? TypedResults.Ok(new UserResponse(user))
                : TypedResults.Unauthorized();
        }
        catch (TakenException exception)
        {
            return TypedResults.UnprocessableEntity(ErrorModel.Of(exception.Message));
        }
    }
}
