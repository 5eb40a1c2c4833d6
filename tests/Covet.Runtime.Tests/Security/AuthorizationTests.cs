using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Covet.Runtime.Tests.Security.TestTokens;

namespace Covet.Runtime.Tests.Security;

/// <summary>The attributes as endpoint metadata, read by ASP.NET Core's authorization middleware.</summary>
public sealed class AuthorizationTests
{
    [Theory]
    [InlineData("/claim", """,("verified":"yes")""", 200)]
    [InlineData("/claim", """,("verified":"no")""", 403)]
    [InlineData("/claim", "", 403)]
    [InlineData("/anyclaim", """,("verified":"no")""", 200)]
    [InlineData("/scope", """,("scope":"profile orders:write mail")""", 200)]
    [InlineData("/scope", """,("scope":"orders:admin")""", 200)]
    [InlineData("/scope", """,("scp":["mail","orders:write"])""", 200)]
    [InlineData("/scope", """,("scope":"orders:writer orders")""", 403)]
    [InlineData("/scope", """,("scope":"Orders:Write")""", 403)]
    [InlineData("/twoscopes", """,("scope":"a")""", 403)]
    [InlineData("/twoscopes", """,("scope":"a b")""", 200)]
    [InlineData("/permission", """,("permissions":["orders.cancel"])""", 200)]
    [InlineData("/permission", """,("roles":["manager"])""", 200)]
    [InlineData("/permission", """,("roles":["clerk"])""", 403)]
    [InlineData("/permission", """,("permissions":"orders.cancel.all")""", 403)]
    [InlineData("/role", """,("roles":"clerk")""", 200)]
    [InlineData("/role", """,("roles":"manager")""", 403)]
    [InlineData("/open", "", 200)]
    public async Task A_requirement_is_met_by_the_right_claims_alone(string path, string claims, int expected)
    {
        await using var host = await StartAsync();
        using var response = await host.GetAsync(path, ("Authorization", "Bearer " + Token(claims)));
        Assert.Equal(expected, (int)response.StatusCode);
        if (expected == 403)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("\"status\":403", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_is_asked_who_they_are_before_being_refused()
    {
        await using var host = await StartAsync();
        foreach (var path in new[] { "/claim", "/scope", "/permission", "/role" })
        {
            using var response = await host.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        using var open = await host.GetAsync("/open");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_refusal_names_the_scopes_that_would_do()
    {
        await using var host = await StartAsync();
        using var response = await host.GetAsync("/scope", ("Authorization", "Bearer " + Token("")));
        Assert.Equal("Bearer error=\"insufficient_scope\",scope=\"orders:write orders:admin\"", response.Headers.GetValues("WWW-Authenticate").Single());
    }

    [Fact]
    public async Task A_resource_is_checked_by_the_authorization_service()
    {
        await using var host = await StartAsync();
        using var mine = await host.GetAsync("/documents/u1", ("Authorization", "Bearer " + Token("")));
        using var theirs = await host.GetAsync("/documents/u2", ("Authorization", "Bearer " + Token("")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (mine.StatusCode, theirs.StatusCode));
    }

    [Fact]
    public async Task Two_schemes_both_challenge()
    {
        await using var host = await StartAsync();
        using var response = await host.GetAsync("/either");
        Assert.Equal(["Bearer", "ApiKey"], response.Headers.GetValues("WWW-Authenticate"));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static string Token(string claims)
    {
        var clock = new TestClock();
        return Sign(Hmac, """{"alg":"HS256"}""", Claims(clock, claims.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)));
    }

    private static Task<SecurityHost> StartAsync() => SecurityHost.StartAsync(
        builder =>
        {
            builder.Services.AddCovetAuthentication("Bearer")
                .AddCovetJwtBearer(o =>
                {
                    o.TimeProvider = new TestClock();
                    o.Issuer = Issuer;
                    o.Audience = Audience;
                    o.Keys.Add(Hmac);
                })
                .AddCovetApiKey();
            builder.Services.AddCovetAuthorization(o => o.Grant("clerk", "orders.read").Grant("manager", "orders.read", "orders.cancel"));
            builder.Services.AddAuthorizationBuilder().AddPolicy("owner", p => p.RequireAssertion(c => c.User.HasClaim("sub", (string)c.Resource!)));
        },
        app =>
        {
            RequestDelegate ok = context => context.Response.WriteAsync("ok");
            app.MapGet("/claim", ok).WithMetadata(new RequireClaimAttribute("verified", "yes", "certainly"));
            app.MapGet("/anyclaim", ok).WithMetadata(new RequireClaimAttribute("verified"));
            app.MapGet("/scope", ok).WithMetadata(new RequireScopeAttribute("orders:write", "orders:admin"));
            app.MapGet("/twoscopes", ok).WithMetadata(new RequireScopeAttribute("a"), new RequireScopeAttribute("b"));
            app.MapGet("/permission", ok).WithMetadata(new RequirePermissionAttribute("orders.cancel"));
            app.MapGet("/role", ok).WithMetadata(new AuthorizeAttribute { Roles = "clerk" });
            app.MapGet("/open", ok).WithMetadata(new RequirePermissionAttribute("x"), new AllowAnonymousAttribute());
            app.MapGet("/either", ok).WithMetadata(new AuthorizeAttribute { AuthenticationSchemes = "Bearer,ApiKey" });
            app.MapGet("/documents/{owner}", async (HttpContext context) =>
            {
                var service = context.RequestServices.GetRequiredService<IAuthorizationService>();
                var owner = (string)context.Request.RouteValues["owner"]!;
                context.Response.StatusCode = (await service.AuthorizeAsync(context.User, owner, "owner")).Succeeded ? 200 : 403;
            });
        });
}
