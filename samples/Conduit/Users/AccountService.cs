using System.Globalization;
using Conduit.Domain;
using Conduit.Stores;

namespace Conduit.Users;

/// <summary>Registering, logging in, and changing one's own account.</summary>
[Singleton]
internal sealed class AccountService(IConduitStore store, JwtIssuer issuer)
{
    /// <summary>Registers a user.</summary>
    /// <exception cref="TakenException">The name or the address is someone else's.</exception>
    public async Task<UserModel> RegisterAsync(RegisterUser user, CancellationToken cancellationToken)
    {
        var hash = CovetPasswords.Hash(user.Password);
        return Model(await store.AddUserAsync(new NewUser(user.Username, Normal(user.Email), hash), cancellationToken));
    }

    /// <summary>Logs in; null: no such user, or another password.</summary>
    public async Task<UserModel?> LoginAsync(LoginUser credentials, CancellationToken cancellationToken)
    {
        var user = await store.FindUserByEmailAsync(Normal(credentials.Email), cancellationToken);
        switch (CovetPasswords.Verify(user?.PasswordHash, credentials.Password))
        {
            case PasswordVerification.Failed:
                return null;
            case PasswordVerification.SuccessRehashNeeded:
                await store.UpdateUserAsync(user! with { PasswordHash = CovetPasswords.Hash(credentials.Password) }, cancellationToken);
                break;
        }

        return Model(user!);
    }

    /// <summary>Finds the owner of a token; null: gone.</summary>
    public async Task<UserModel?> FindAsync(long id, CancellationToken cancellationToken) =>
        await store.FindUserAsync(id, cancellationToken) is { } user ? Model(user) : null;

    /// <summary>Changes what is given; null: gone.</summary>
    /// <exception cref="TakenException">The name or the address is someone else's.</exception>
    public async Task<UserModel?> UpdateAsync(long id, UpdateUser update, CancellationToken cancellationToken)
    {
        if (await store.FindUserAsync(id, cancellationToken) is not { } user)
        {
            return null;
        }

        var changed = user with
        {
            Email = update.Email is { } email ? Normal(email) : user.Email,
            Username = update.Username ?? user.Username,
            PasswordHash = update.Password is { } password ? CovetPasswords.Hash(password) : user.PasswordHash,
            Bio = update.Bio ?? user.Bio,
            Image = update.Image ?? user.Image,
        };
        await store.UpdateUserAsync(changed, cancellationToken);
        return Model(changed);
    }

    // Nobody has two accounts whose addresses differ in case alone.
    private static string Normal(string email) => email.Trim().ToLowerInvariant();

    private UserModel Model(User user) =>
        new(user.Email, issuer.Issue(user.Id.ToString(CultureInfo.InvariantCulture)), user.Username, user.Bio, user.Image);
}
