using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

/// <summary>API keys and Basic over HTTP.</summary>
public sealed class SchemeTests
{
    [Fact]
    public async Task A_known_key_is_let_in_and_no_other()
    {
        var clock = new TestClock();
        var key = ApiKeys.Create("cvt");
        var expired = ApiKeys.Create("cvt");
        await using var host = await StartAsync(a => a.AddCovetApiKey(o =>
        {
            o.TimeProvider = clock;
            o.Keys.Add(new ApiKey("ci", ApiKeys.Hash(key)) { Claims = [new Claim("scope", "read")] });
            o.Keys.Add(new ApiKey("old", ApiKeys.Hash(expired)) { Expires = clock.Now });
        }));

        using var good = await host.GetAsync("/me", ("X-Api-Key", key));
        Assert.Equal("ci", await good.Content.ReadAsStringAsync());
        foreach (var wrong in new[] { expired, key + "x", "x", new string('x', 600), ApiKeys.Hash(key) })
        {
            using var bad = await host.GetAsync("/me", ("X-Api-Key", wrong));
            Assert.Equal(HttpStatusCode.Unauthorized, bad.StatusCode);
            Assert.Equal("ApiKey", bad.Headers.GetValues("WWW-Authenticate").Single());
            Assert.Equal("application/problem+json", bad.Content.Headers.ContentType!.MediaType);
        }

        using var none = await host.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
    }

    [Fact]
    public async Task Keys_come_from_a_store_too()
    {
        var key = ApiKeys.Create();
        await using var host = await StartAsync(a =>
        {
            a.AddCovetApiKey();
            a.Services.AddSingleton<IApiKeyStore>(new Store(new ApiKey("stored", ApiKeys.Hash(key))));
        });
        using var good = await host.GetAsync("/me", ("X-Api-Key", key));
        Assert.Equal("stored", await good.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Basic_without_TLS_is_refused_without_asking_for_the_password()
    {
        var asked = 0;
        await using var host = await StartAsync(a => a.AddCovetBasic(o => o.Check = (_, _, _) =>
        {
            asked++;
            return ValueTask.FromResult<ClaimsIdentity?>(null);
        }));
        using var response = await host.GetAsync("/me", ("Authorization", Basic("ada:secret")));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("WWW-Authenticate"));
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("ada:se:cret", HttpStatusCode.OK)]
    [InlineData("ada:wrong", HttpStatusCode.Unauthorized)]
    [InlineData("ada", HttpStatusCode.Unauthorized)]
    public async Task Basic_parts_user_and_password_at_the_first_colon(string credentials, HttpStatusCode expected)
    {
        await using var host = await StartBasicAsync();
        using var response = await host.GetAsync("/me", ("Authorization", Basic(credentials)));
        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.Unauthorized)
        {
            Assert.Equal("Basic realm=\"restricted\",charset=\"UTF-8\"", response.Headers.GetValues("WWW-Authenticate").Single());
        }
    }

    [Theory]
    [InlineData("Basic !!!")]
    [InlineData("Basic /w==")]
    [InlineData("Basic ")]
    public async Task Basic_that_is_no_base64_of_UTF8_is_refused(string header)
    {
        await using var host = await StartBasicAsync();
        using var response = await host.GetAsync("/me", ("Authorization", header));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Keys_of_a_scheme_of_any_name_are_counted_apart()
    {
        var (one, other) = (ApiKeys.Create(), ApiKeys.Create());
        await using var host = await SecurityHost.StartAsync(
            builder =>
            {
                builder.Services.AddCovetAuthentication("Machines").AddCovetApiKey(
                    o =>
                    {
                        o.Keys.Add(new ApiKey("one", ApiKeys.Hash(one)));
                        o.Keys.Add(new ApiKey("other", ApiKeys.Hash(other)));
                    },
                    "Machines");
                builder.Services.AddAuthorization();
            },
            app => app.MapGet("/me", () => "me")
                .WithMetadata(new AuthorizeAttribute(), new RateLimitAttribute(1, "1h") { By = "apiKey" }).WithCovetPipeline());

        foreach (var key in new[] { one, other })
        {
            using var first = await host.GetAsync("/me", ("X-Api-Key", key));
            using var second = await host.GetAsync("/me", ("X-Api-Key", key));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        }
    }

    private static string Basic(string credentials) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));

    private static Task<SecurityHost> StartBasicAsync() => StartAsync(a => a.AddCovetBasic(o =>
    {
        o.RequireHttps = false;
        o.Check = (_, user, password) => ValueTask.FromResult(
            user == "ada" && password == "se:cret" ? new ClaimsIdentity([new Claim("sub", user)]) : null);
    }));

    private static Task<SecurityHost> StartAsync(Action<Microsoft.AspNetCore.Authentication.AuthenticationBuilder> configure) => SecurityHost.StartAsync(
        builder =>
        {
            configure(builder.Services.AddCovetAuthentication());
            builder.Services.AddAuthorization();
        },
        app => app.MapGet("/me", (HttpContext context) => context.Response.WriteAsync(context.User.FindFirst("sub")!.Value))
            .WithMetadata(new AuthorizeAttribute()));

    private sealed class Store(ApiKey key) : IApiKeyStore
    {
        public ValueTask<ApiKey?> FindAsync(string hash, CancellationToken cancellationToken) =>
            ValueTask.FromResult(hash == key.Hash ? key : null);
    }
}
