using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Covet;

/// <summary>Authenticates requests by a JWT in the Authorization header (RFC 6750).</summary>
internal sealed partial class CovetJwtBearerHandler(IOptionsMonitor<CovetJwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<CovetJwtBearerOptions>(options, logger, encoder)
{
    // One answer for every reason: what was wrong is for the log, not for the caller.
    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The token is not valid.");
    private static readonly Task<AuthenticateResult> NoToken = Task.FromResult(AuthenticateResult.NoResult());

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count > 1)
        {
            LogRefused(Logger, Scheme.Name, JwtError.Malformed);
            return Task.FromResult(Refused);
        }

        var token = Token(header) ?? Options.TokenRetriever?.Invoke(Request);
        if (string.IsNullOrEmpty(token))
        {
            return NoToken;
        }

        var validation = Options.Validator!.ValidateAsync(token, Scheme.Name, Context.RequestAborted);
        return validation.IsCompletedSuccessfully && Options.OnValidated is null
            ? Task.FromResult(Finish(token, validation.Result))
            : FinishAsync(token, validation);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // RFC 6750 section 3.1: no error code where the request had no token.
        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, Challenges.Format(Options.HeaderScheme, Options.Realm, failed ? "invalid_token" : null, null));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        var scopes = Challenges.MissingScopes(Context);
        Response.Headers.Append(
            HeaderNames.WWWAuthenticate,
            Challenges.Format(Options.HeaderScheme, Options.Realm, "insufficient_scope", scopes));
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Scheme {Scheme} refused a token: {Error}.")]
    private static partial void LogRefused(ILogger logger, string scheme, JwtError error);

    private string? Token(StringValues header)
    {
        var text = header.Count == 1 ? header[0] : null;
        var scheme = Options.HeaderScheme;
        return text is not null
            && text.Length > scheme.Length
            && text[scheme.Length] == ' '
            && text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? text[(scheme.Length + 1)..]
            : null;
    }

    private async Task<AuthenticateResult> FinishAsync(string token, ValueTask<JwtValidationResult> validation)
    {
        var result = Finish(token, await validation);
        if (result.Succeeded && Options.OnValidated is { } onValidated && !await onValidated(Context, result.Principal))
        {
            LogRefused(Logger, Scheme.Name, JwtError.None);
            return Refused;
        }

        return result;
    }

    private AuthenticateResult Finish(string token, JwtValidationResult result)
    {
        if (result.Identity is not { } identity)
        {
            LogRefused(Logger, Scheme.Name, result.Error);
            return Refused;
        }

        var properties = new AuthenticationProperties();
        if (Options.SaveToken)
        {
            properties.StoreTokens([new AuthenticationToken { Name = "access_token", Value = token }]);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name));
    }
}
