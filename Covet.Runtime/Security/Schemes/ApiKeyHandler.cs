using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Authenticates requests by a key in a header.</summary>
internal sealed partial class ApiKeyHandler(IOptionsMonitor<ApiKeyOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<ApiKeyOptions>(options, logger, encoder)
{
    /// <summary>Marks the identities of API keys, whatever their scheme is called.</summary>
    public const string IdentityLabel = "Covet.ApiKey";

    private const int MaxLength = 512;

    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The API key is not valid.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[Options.HeaderName];
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        var sent = header.Count == 1 ? header[0] : null;
        var key = sent is { Length: > 0 and <= MaxLength } ? await FindAsync(ApiKeys.Hash(sent)) : null;
        if (key is null || key.Expires <= TimeProvider.GetUtcNow())
        {
            LogRefused(Logger, Scheme.Name);
            return Refused;
        }

        var identity = new ClaimsIdentity([new Claim("sub", key.Id), .. key.Claims], Scheme.Name, "sub", "roles") { Label = IdentityLabel };
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", Challenges.Format("ApiKey", Options.Realm, null, null));
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Scheme {Scheme} refused an API key.")]
    private static partial void LogRefused(ILogger logger, string scheme);

    private async ValueTask<ApiKey?> FindAsync(string hash)
    {
        ApiKey? found = null;
        var bytes = Encoding.ASCII.GetBytes(hash);
        foreach (var key in Options.Keys)
        {
            // No early end: how long it takes does not tell which key came close.
            found = CryptographicOperations.FixedTimeEquals(bytes, Encoding.ASCII.GetBytes(key.Hash)) ? key : found;
        }

        return found ?? (Context.RequestServices.GetService<IApiKeyStore>() is { } store ? await store.FindAsync(hash, Context.RequestAborted) : null);
    }
}
