using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace HttpApp.Handlers;

/// <summary>Logins of which the cookie holds a reference alone.</summary>
[Handler("/security/stored")]
public static class StoredLoginHandler
{
    [Post("login")]
    public static Task Login(HttpContext context) =>
        context.SignInAsync("Stored", new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")], "password")));

    [Get]
    [Authorize(AuthenticationSchemes = "Stored")]
    public static string Me(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    /// <summary>Whose login is in the cookie itself.</summary>
    [Post("aged/login")]
    public static Task LoginAged(HttpContext context) =>
        context.SignInAsync("Aged", new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")], "password")));

    [Get("aged")]
    [Authorize(AuthenticationSchemes = "Aged")]
    public static string Aged(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Post("later")]
    public static void Later(int minutes) => StoredTickets.Instance.Clock.Turn(TimeSpan.FromMinutes(minutes));

    [Post("forget")]
    public static void Forget() => StoredTickets.Instance.Forget();
}
