using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

public sealed class BrowserSafetyTests
{
    [Fact]
    public async Task One_line_sets_strict_headers_on_every_answer_errors_included()
    {
        await using var host = await StartHeadersAsync();
        foreach (var path in new[] { "/ok", "/nowhere", "/fail" })
        {
            using var response = await host.GetAsync(path);
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
            Assert.Equal("DENY", Header(response, "X-Frame-Options"));
            Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
            Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
            Assert.Contains("script-src 'self'; style-src 'self';", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
            Assert.False(response.Headers.Contains("Cross-Origin-Embedder-Policy"));
        }
    }

    [Fact]
    public async Task Sessions_without_their_services_say_how_to_add_them()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SecurityHost.StartAsync(_ => { }, app => app.UseCovetSession()));
        Assert.Contains("builder.Services.AddCovetSession()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_antiforgery_cookie_can_be_that_of_a_machine_without_tls()
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddCovetAntiforgery(o => (o.Cookie.Name, o.Cookie.SecurePolicy) = ("antiforgery", CookieSecurePolicy.None)),
            app => app.MapGet("/token", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken!));
        using var response = await host.GetAsync("/token");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("antiforgery=", Header(response, "Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embedder_policy_is_sent_where_it_is_asked_for()
    {
        await using var host = await SecurityHost.StartAsync(_ => { }, app =>
        {
            app.UseCovetSecurityHeaders(o => o.CrossOriginEmbedderPolicy = "require-corp");
            app.MapGet("/ok", () => "ok");
        });
        using var response = await host.GetAsync("/ok");
        Assert.Equal("require-corp", Header(response, "Cross-Origin-Embedder-Policy"));
    }

    [Fact]
    public async Task A_nonce_is_new_each_time_and_stands_in_the_policy()
    {
        await using var host = await StartHeadersAsync();
        var nonces = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await host.GetAsync("/page");
            var nonce = await response.Content.ReadAsStringAsync();
            Assert.Equal(24, nonce.Length);
            Assert.Contains($"script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}';", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.True(nonces.Add(nonce));
        }
    }

    [Fact]
    public async Task An_endpoint_keeps_a_header_that_it_set_and_HTTPS_gets_HSTS_but_not_localhost()
    {
        await using var host = await StartHeadersAsync();
        using var own = await host.GetAsync("/own");
        Assert.Equal("SAMEORIGIN", Header(own, "X-Frame-Options"));
        using var secure = await host.GetAsync("/ok", ("X-Test-Scheme", "https"), ("Host", "shop.example"));
        Assert.Equal("max-age=63072000; includeSubDomains", Header(secure, "Strict-Transport-Security"));
        using var local = await host.GetAsync("/ok", ("X-Test-Scheme", "https"), ("Host", "localhost"));
        Assert.False(local.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/orders?page=2#x", true)]
    [InlineData("/a//b", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("orders", false)]
    [InlineData("//evil.test", false)]
    [InlineData("/\\evil.test", false)]
    [InlineData("\\\\evil.test", false)]
    [InlineData("/\t/evil.test", false)]
    [InlineData("/\n/evil.test", false)]
    [InlineData("/a\\b", false)]
    [InlineData("https://evil.test", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("~/x", false)]
    [InlineData(" /x", false)]
    public void Only_a_path_of_this_site_is_local(string? url, bool expected)
    {
        Assert.Equal(expected, SafeRedirect.IsLocal(url));
        Assert.Equal(expected ? url : "/home", Assert.IsType<RedirectHttpResult>(SafeRedirect.ToLocal(url, "/home")).Url);
    }

    [Fact]
    public async Task Forwarded_headers_are_believed_from_named_proxies_alone()
    {
        await using var trusting = await StartForwardedAsync("127.0.0.0/8", "10.1.2.3");
        using var seen = await trusting.GetAsync("/who", ("X-Forwarded-For", "9.9.9.9"), ("X-Forwarded-Proto", "https"));
        Assert.Equal("9.9.9.9 https", await seen.Content.ReadAsStringAsync());

        await using var wary = await StartForwardedAsync("10.1.2.3");
        using var ignored = await wary.GetAsync("/who", ("X-Forwarded-For", "9.9.9.9"), ("X-Forwarded-Proto", "https"));
        Assert.Equal("127.0.0.1 http", await ignored.Content.ReadAsStringAsync());

        await Assert.ThrowsAsync<ArgumentException>(() => StartForwardedAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => StartForwardedAsync("proxy.example"));
    }

    [Fact]
    public async Task A_form_needs_its_token()
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddCovetAntiforgery(),
            app =>
            {
                app.Use((context, next) =>
                {
                    // The tokens' cookie is for HTTPS alone; a proxy would have taken TLS off.
                    context.Request.Scheme = "https";
                    return next(context);
                });
                app.UseAntiforgery();
                app.MapGet("/form", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken!);
                app.MapPost("/form", async (HttpContext context) => await context.Response.WriteAsync((await context.Request.ReadFormAsync())["name"].ToString()))
                    .WithMetadata(new RequireAntiforgeryTokenAttribute()).WithCovetPipeline();
            });
        using var form = await host.GetAsync("/form");
        var token = await form.Content.ReadAsStringAsync();
        var cookie = form.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-antiforgery=", cookie, StringComparison.Ordinal);
        var pair = cookie.Split(';')[0];

        using var good = await PostAsync(host, token, ("Cookie", pair));
        Assert.Equal("ada", await good.Content.ReadAsStringAsync());
        foreach (var (sent, headers) in new (string?, (string, string)[])[]
        {
            (null, [("Cookie", pair)]),
            (token, []),
            (token[..^2] + "AA", [("Cookie", pair)]),
            (token, [("Cookie", pair[..^2] + "AA")]),
        })
        {
            using var bad = await PostAsync(host, sent, headers);
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
            Assert.Equal("application/problem+json", bad.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_session_lives_in_the_cache_under_a_sealed_name_and_begins_with_its_first_value()
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddCovetSession(),
            app =>
            {
                app.UseCovetSession();
                app.MapGet("/get", (HttpContext context) => context.Session.GetString("name") ?? "nobody");
                app.MapGet("/set", (HttpContext context) => context.Session.SetString("name", "ada"));
            });
        using var before = await host.GetAsync("/get");
        Assert.Equal("nobody", await before.Content.ReadAsStringAsync());
        Assert.False(before.Headers.Contains("Set-Cookie"));

        using var set = await host.GetAsync("/set");
        var cookie = set.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-state=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        var pair = cookie.Split(';')[0];
        using var after = await host.GetAsync("/get", ("Cookie", pair));
        Assert.Equal("ada", await after.Content.ReadAsStringAsync());
        Assert.False(after.Headers.Contains("Set-Cookie"));
        foreach (var wrong in new[] { pair[..^2] + "AA", "__Host-state=x", "__Host-state=" + new string('A', 2000), "__Host-state=%%" })
        {
            using var stranger = await host.GetAsync("/get", ("Cookie", wrong));
            Assert.Equal("nobody", await stranger.Content.ReadAsStringAsync());
        }
    }

    private static Task<HttpResponseMessage> PostAsync(SecurityHost host, string? token, params (string, string)[] headers)
    {
        var fields = new Dictionary<string, string> { ["name"] = "ada" };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return host.SendAsync(HttpMethod.Post, "/form", new FormUrlEncodedContent(fields), headers);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static Task<SecurityHost> StartHeadersAsync() => SecurityHost.StartAsync(_ => { }, app =>
    {
        app.Use((context, next) =>
        {
            context.Request.Scheme = context.Request.Headers["X-Test-Scheme"] is ["https"] ? "https" : "http";
            return next(context);
        });
        app.UseCovetSecurityHeaders();
        app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("failed")));
        app.MapGet("/ok", () => "ok");
        app.MapGet("/fail", (HttpContext _) => throw new InvalidOperationException());
        app.MapGet("/page", (HttpContext context) => context.Response.WriteAsync(context.GetCspNonce() == context.GetCspNonce() ? context.GetCspNonce() : ""));
        app.MapGet("/own", (HttpContext context) =>
        {
            context.Response.Headers.XFrameOptions = "SAMEORIGIN";
        });
    });

    private static Task<SecurityHost> StartForwardedAsync(params string[] proxies) => SecurityHost.StartAsync(_ => { }, app =>
    {
        app.UseCovetForwardedHeaders(proxies);
        app.MapGet("/who", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}");
    });
}
