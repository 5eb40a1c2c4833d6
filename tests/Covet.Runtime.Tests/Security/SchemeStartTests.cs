using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

/// <summary>Schemes that have nothing to check against.</summary>
public sealed class SchemeStartTests
{
    [Fact]
    public Task A_JWT_scheme_without_an_audience_does_not_start() => RefusesAsync<InvalidOperationException>(
        a => a.AddCovetJwtBearer(o =>
        {
            o.Issuer = TestTokens.Issuer;
            o.Keys.Add(TestTokens.Hmac);
        }),
        "Name the accepted audiences, or say ValidateAudience = false.");

    [Fact]
    public Task A_JWT_scheme_of_another_name_without_a_key_does_not_start() => RefusesAsync<InvalidOperationException>(
        a => a.AddCovetJwtBearer("Second", o =>
        {
            o.Issuer = TestTokens.Issuer;
            o.Audience = TestTokens.Audience;
        }),
        "Tokens need a key: add to Keys, or set Authority or JwksAddress.");

    [Fact]
    public Task Basic_without_a_check_does_not_start() => RefusesAsync<InvalidOperationException>(
        a => a.AddCovetBasic(_ => { }),
        "Say how a user and a password are checked: BasicOptions.Check.");

    [Fact]
    public Task OAuth_without_a_client_does_not_start() => RefusesAsync<ArgumentException>(
        a => a.AddCovetCookie().AddCovetOAuth("provider", o => o.CallbackPath = "/callback"),
        "ClientId");

    [Fact]
    public Task OpenId_without_an_issuer_does_not_start() => RefusesAsync<InvalidOperationException>(
        a => a.AddCovetCookie().AddCovetOpenId("provider", o =>
        {
            o.ClientId = "client";
            o.ClientSecret = "secret";
            o.AuthorizationEndpoint = "https://provider.test/authorize";
            o.TokenEndpoint = "https://provider.test/token";
            o.CallbackPath = "/callback";
        }),
        "Name the accepted issuers, or say ValidateIssuer = false.");

    private static async Task RefusesAsync<TException>(Action<AuthenticationBuilder> configure, string message)
        where TException : Exception
    {
        var exception = await Assert.ThrowsAnyAsync<TException>(() => SecurityHost.StartAsync(
            builder => configure(builder.Services.AddCovetAuthentication("Cookies")),
            _ => { }));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
