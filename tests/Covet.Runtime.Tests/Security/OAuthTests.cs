using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

/// <summary>Logging in at a provider on the loopback: authorization code with PKCE.</summary>
public sealed class OAuthTests
{
    [Fact]
    public async Task A_user_logs_in_by_code_with_a_proof_key()
    {
        string? challenge = null;
        string? proof = null;
        await using var provider = await SecurityHost.StartAsync(_ => { }, app =>
        {
            app.MapPost("/token", async (HttpContext context) =>
            {
                var form = await context.Request.ReadFormAsync();
                proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
                context.Response.StatusCode = form["code"] == "c0de" && proof == challenge ? 200 : 400;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"access_token":"t0ken","token_type":"Bearer"}""");
            });
            app.MapGet("/user", (HttpContext context) => context.Response.WriteAsync(
                context.Request.Headers.Authorization == "Bearer t0ken" ? """{"id":"42","login":"ada"}""" : "{}"));
        });
        await using var host = await StartAsync(provider.Address);

        using var start = await host.GetAsync("/login");
        var query = QueryHelpers.ParseQuery(start.Headers.Location!.Query);
        Assert.Equal(("code", "S256"), (query["response_type"].ToString(), query["code_challenge_method"].ToString()));
        challenge = query["code_challenge"];
        var correlation = start.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("secure", correlation, StringComparison.Ordinal);
        Assert.Contains("httponly", correlation, StringComparison.Ordinal);

        var callback = $"/login/callback?code=c0de&state={Uri.EscapeDataString(query["state"].ToString())}";
        using var done = await host.GetAsync(callback, ("Cookie", correlation.Split(';')[0]));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(challenge, proof);
        var session = done.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-session", StringComparison.Ordinal)).Split(';')[0];
        using var me = await host.GetAsync("/me", ("Cookie", session));
        Assert.Equal("42", await me.Content.ReadAsStringAsync());

        using var stolen = await host.GetAsync(callback);
        Assert.Equal(HttpStatusCode.Unauthorized, stolen.StatusCode);
        using var forged = await host.GetAsync("/login/callback?code=c0de&state=forged", ("Cookie", correlation.Split(';')[0]));
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    private static Task<SecurityHost> StartAsync(Uri provider) => SecurityHost.StartAsync(
        builder =>
        {
            builder.Services.AddCovetAuthentication("Cookies").AddCovetCookie().AddCovetOAuth("provider", o =>
            {
                o.ClientId = "client";
                o.ClientSecret = "secret";
                o.AuthorizationEndpoint = new Uri(provider, "/authorize").ToString();
                o.TokenEndpoint = new Uri(provider, "/token").ToString();
                o.UserInformationEndpoint = new Uri(provider, "/user").ToString();
                o.CallbackPath = "/login/callback";
                o.ClaimActions.MapJsonKey("sub", "id");
            });
            builder.Services.AddAuthorization();
        },
        app =>
        {
            app.MapGet("/login", (HttpContext context) => context.ChallengeAsync("provider", new AuthenticationProperties { RedirectUri = "/" }));
            app.MapGet("/me", (HttpContext context) => context.Response.WriteAsync(context.User.FindFirst("sub")!.Value))
                .WithMetadata(new AuthorizeAttribute());
        });
}
