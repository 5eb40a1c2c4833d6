using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HttpApp.Handlers;

/// <summary>Endpoints of the security suite.</summary>
[Handler("/security")]
public sealed class SecurityHandler(JwtIssuer issuer, RefreshTokens refreshTokens)
{
    private static int payments;

    /// <summary>What a tester needs to forge tokens.</summary>
    [Get("keys")]
    public static TestKeys Keys() =>
        new(
            Convert.ToBase64String(SecurityKeys.Secret),
            SecurityKeys.Rsa.ExportPkcs8PrivateKeyPem(),
            SecurityKeys.Ec.ExportPkcs8PrivateKeyPem(),
            SecurityKeys.ApiKey,
            SecurityKeys.OtherApiKey,
            SecurityKeys.ExpiredApiKey,
            SecurityKeys.ApiKeyOfAda,
            SecurityKeys.Ec384.ExportPkcs8PrivateKeyPem(),
            SecurityKeys.Ec521.ExportPkcs8PrivateKeyPem());

    [Get("me")]
    [Authorize(AuthenticationSchemes = "Bearer")]
    public static string Me(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("scope")]
    [RequireScope("orders:write", AuthenticationSchemes = "Bearer")]
    public static string Scope() => "scope";

    [Get("permission")]
    [RequirePermission("orders.cancel", AuthenticationSchemes = "Bearer")]
    public static string Permission() => "permission";

    [Get("api-key")]
    [Authorize(AuthenticationSchemes = "ApiKey")]
    public static string ApiKey(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Post("token")]
    public async Task<Tokens> Token() => new(issuer.Issue("u1"), await refreshTokens.IssueAsync("u1"));

    [Post("refresh")]
    public async Task<Results<Ok<Tokens>, UnauthorizedHttpResult>> Refresh(string token, CancellationToken cancellationToken)
    {
        await using var gone = cancellationToken.UnsafeRegister(static _ => HeldRefreshTokens.Instance.HungUp(), null);
        var result = await refreshTokens.RotateAsync(token, cancellationToken);
        return result.Status == RefreshStatus.Rotated
            ? TypedResults.Ok(new Tokens(issuer.Issue(result.Subject!), result.Token!))
            : TypedResults.Unauthorized();
    }

    [Post("password")]
    public static string Password(string password) => CovetPasswords.Verify(CovetPasswords.Hash(password), password).ToString();

    [Post("login")]
    public static Task Login(HttpContext context) =>
        context.SignInAsync("Cookies", new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")], "password")));

    [Post("logout")]
    public static Task Logout(HttpContext context) => context.SignOutAsync("Cookies");

    [Get("cookie")]
    [Authorize(AuthenticationSchemes = "Cookies")]
    public static string Cookie(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("session")]
    public static string Session(HttpContext context, string? name)
    {
        if (name is not null)
        {
            context.Session.SetString("name", name);
        }

        return context.Session.GetString("name") ?? "nobody";
    }

    [Get("form")]
    public static string Form(HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken!;

    [Post("form")]
    [RequireAntiforgeryToken]
    public static string Form([FromForm] string name) => name;

    [Get("limited")]
    [RateLimit(2, "1h", By = "route")]
    public static string Limited() => "limited";

    [Post("pay")]
    [Idempotent]
    public static Receipt Pay(Payment body) => new(Interlocked.Increment(ref payments), body.Amount);

    [Get("vector")]
    [Authorize(AuthenticationSchemes = "Vectors")]
    public static string Vector(ClaimsPrincipal user) => user.FindFirst("iss")!.Value + user.FindFirst("http://example.com/is_root")!.Value;

    [Get("basic")]
    [Authorize(AuthenticationSchemes = "Basic")]
    public static string Basic(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("either")]
    [Authorize(AuthenticationSchemes = "Bearer,ApiKey")]
    public static string Either() => "either";

    [Get("claim")]
    [RequireClaim("verified", "yes", AuthenticationSchemes = "Bearer", Roles = "clerk, manager")]
    public static string Claim() => "claim";

    [Get("oauth")]
    public static Task OAuth(HttpContext context) => context.ChallengeAsync("OAuth", new AuthenticationProperties { RedirectUri = "/" });

    [Get("openid")]
    public static Task OpenId(HttpContext context) => context.ChallengeAsync("OpenId", new AuthenticationProperties { RedirectUri = "/" });

    /// <summary>What the weak keys of the table are answered with; nothing of them is ever a key.</summary>
    [Get("weak-keys")]
    public static List<string> WeakKeys() => WeakKeyTable.Refusals();

    [Get("permissions")]
    public static IReadOnlyList<string> Permissions() => CovetPermissions.All;

    [Get("go")]
    public static RedirectHttpResult Go(string? to) => SafeRedirect.ToLocal(to, "/home");

    [Get("shared")]
    [EnableCors("friends-with-cookies")]
    public static string Shared() => "shared";

    [Get("nonce")]
    public static string Nonce(HttpContext context) => context.GetCspNonce();

    [Get("who")]
    public static string Who(HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme} {context.Request.Host.Host}";

    [Get("fixed")]
    [RateLimit(1, "1h", By = "route", Algorithm = RateLimitAlgorithm.FixedWindow, Name = "fixed")]
    public static string Fixed() => "fixed";

    [Get("bucket")]
    [RateLimit(1, "1h", By = "ip", Algorithm = RateLimitAlgorithm.TokenBucket, Name = "bucket")]
    public static string Bucket() => "bucket";

    [Get("tagged")]
    [ETag]
    [ServerTiming]
    public static Payment Tagged() => new(5);
}
