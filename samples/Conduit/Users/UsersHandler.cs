using Conduit.Errors;
using Conduit.Stores;

namespace Conduit.Users;

/// <summary>Becoming a user, and coming back as one.</summary>
[Handler("/api/users")]
[Tags("User and Authentication")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class UsersHandler(AccountService accounts)
{
    /// <summary>Existing user login</summary>
    /// <remarks>Login for existing user</remarks>
    [Post("login", Name = "Login")]
    [AllowAnonymous]
    public async Task<Results<Ok<UserResponse>, UnauthorizedHttpResult>> Login(LoginRequest body, CancellationToken cancellationToken) =>
        await accounts.LoginAsync(body.User, cancellationToken) is { } user
            ? TypedResults.Ok(new UserResponse(user))
            : TypedResults.Unauthorized();

    /// <summary>Register a new user</summary>
    [Post(Name = "CreateUser")]
    [AllowAnonymous]
    public async Task<Results<Created<UserResponse>, UnprocessableEntity<ErrorModel>>> Register(RegisterRequest body, CancellationToken cancellationToken)
    {
        try
        {
            var user = await accounts.RegisterAsync(body.User, cancellationToken);
            return TypedResults.Created("/api/user", new UserResponse(user));
        }
        catch (TakenException exception)
        {
            return TypedResults.UnprocessableEntity(ErrorModel.Of(exception.Message));
        }
    }
}
