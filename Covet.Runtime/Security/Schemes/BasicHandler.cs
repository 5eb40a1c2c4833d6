using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Authenticates requests by user and password, over TLS only (RFC 7617).</summary>
internal sealed partial class BasicHandler(IOptionsMonitor<BasicOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<BasicOptions>(options, logger, encoder)
{
    private const int MaxLength = 2048;

    private static readonly AuthenticateResult Refused = AuthenticateResult.Fail("The credentials are not valid.");
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        const string Prefix = "Basic ";
        if (header.Count == 0 || (header.Count == 1 && !header[0]!.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            return AuthenticateResult.NoResult();
        }

        var credentials = header.Count > 1 || Insecure ? null : Decode(header[0].AsSpan(Prefix.Length));

        // A user has no colon, a password may (RFC 7617 section 2).
        var colon = credentials is null ? -1 : credentials.IndexOf(':', StringComparison.Ordinal);
        var identity = colon < 0 ? null : await Options.Check!(Context, credentials![..colon], credentials[(colon + 1)..]);
        if (identity is null)
        {
            LogRefused(Logger, Scheme.Name);
            return Refused;
        }

        var authenticated = identity.IsAuthenticated ? identity : new ClaimsIdentity(identity.Claims, Scheme.Name, identity.NameClaimType, identity.RoleClaimType);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(authenticated), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Insecure)
        {
            // A challenge would make the client send the password in clear text.
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", Challenges.Format("Basic", Options.Realm, null, null) + ",charset=\"UTF-8\"");
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Information, "Scheme {Scheme} refused a user and password.")]
    private static partial void LogRefused(ILogger logger, string scheme);

    private bool Insecure => Options.RequireHttps && !Request.IsHttps;

    private static string? Decode(ReadOnlySpan<char> base64)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        if (base64.Length > MaxLength || !Convert.TryFromBase64Chars(base64, bytes, out var length))
        {
            return null;
        }

        try
        {
            // Neither half may have control characters (RFC 7617 section 2), where a NUL could end a text early elsewhere.
            var text = Strict.GetString(bytes[..length]);
            return text.Any(char.IsControl) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
