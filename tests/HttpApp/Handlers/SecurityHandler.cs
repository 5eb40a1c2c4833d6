using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
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
        new(Convert.ToBase64String(SecurityKeys.Secret), SecurityKeys.Rsa.ExportPkcs8PrivateKeyPem(), SecurityKeys.Ec.ExportPkcs8PrivateKeyPem(), SecurityKeys.ApiKey);

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
    public async Task<Results<Ok<Tokens>, UnauthorizedHttpResult>> Refresh(string token)
    {
        var result = await refreshTokens.RotateAsync(token);
        return result.Status == RefreshStatus.Rotated
            ? TypedResults.Ok(new Tokens(issuer.Issue(result.Subject!), result.Token!))
            : TypedResults.Unauthorized();
    }

    [Post("password")]
    public static string Password(string password) => CovetPasswords.Verify(CovetPasswords.Hash(password), password).ToString();

    [Post("login")]
    public static Task Login(HttpContext context) =>
        context.SignInAsync("Cookies", new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")], "password")));

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

    [Get("tagged")]
    [ETag]
    [ServerTiming]
    public static Payment Tagged() => new(5);
}
