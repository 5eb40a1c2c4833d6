using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Covet.Runtime.Tests.Security;

/// <summary>Logins that live in a sealed cookie.</summary>
public sealed class CookieSessionTests
{
    private readonly TestClock clock = new();

    [Fact]
    public async Task A_login_gives_a_host_cookie_that_scripts_plain_HTTP_and_other_sites_do_not_get()
    {
        await using var host = await StartAsync();
        using var login = await host.SendAsync(HttpMethod.Post, "/login", null);
        var cookie = login.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-session=", cookie, StringComparison.Ordinal);
        Assert.Equal(
            ["httponly", "path=/", "samesite=lax", "secure"],
            cookie.Split(';').Skip(1).Select(p => p.Trim()).Order(StringComparer.Ordinal));

        using var me = await host.GetAsync("/me", ("Cookie", Pair(login)));
        Assert.Equal("ada", await me.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_changed_cookie_is_nobody()
    {
        await using var host = await StartAsync();
        using var login = await host.SendAsync(HttpMethod.Post, "/login", null);
        var pair = Pair(login);
        foreach (var index in new[] { 20, 60, 90, pair.Length - 10 })
        {
            var changed = pair[..index] + (pair[index] == 'A' ? 'B' : 'A') + pair[(index + 1)..];
            using var me = await host.GetAsync("/me", ("Cookie", changed));
            Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
            Assert.Equal("application/problem+json", me.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task An_idle_login_ends_after_30_minutes_and_use_renews_it()
    {
        await using var host = await StartAsync();
        using var login = await host.SendAsync(HttpMethod.Post, "/login", null);
        var pair = Pair(login);
        clock.Now += TimeSpan.FromMinutes(20);
        using var renewed = await host.GetAsync("/me", ("Cookie", pair));
        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        clock.Now += TimeSpan.FromMinutes(20);
        using var old = await host.GetAsync("/me", ("Cookie", pair));
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var fresh = await host.GetAsync("/me", ("Cookie", Pair(renewed)));
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task A_login_that_is_always_used_ends_after_12_hours()
    {
        await using var host = await StartAsync();
        using var login = await host.SendAsync(HttpMethod.Post, "/login", null);
        var pair = Pair(login);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            clock.Now += TimeSpan.FromMinutes(20);
            using var me = await host.GetAsync("/me", ("Cookie", pair));
            Assert.Equal(HttpStatusCode.OK, me.StatusCode);
            pair = Pair(me);
        }

        clock.Now += TimeSpan.FromMinutes(20);
        using var end = await host.GetAsync("/me", ("Cookie", pair));
        Assert.Equal(HttpStatusCode.Unauthorized, end.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_login_in_a_ticket_store_ends_after_12_hours_too_and_at_once_where_it_is_removed(bool later)
    {
        var store = new MemoryTickets();
        await using var host = await StartAsync(store: store, later: later);
        using var login = await host.SendAsync(HttpMethod.Post, "/login", null);
        var pair = Pair(login);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            clock.Now += TimeSpan.FromMinutes(20);
            using var me = await host.GetAsync("/me", ("Cookie", pair));
            Assert.Equal(HttpStatusCode.OK, me.StatusCode);
            pair = Pair(me);
        }

        clock.Now += TimeSpan.FromMinutes(20);
        using var end = await host.GetAsync("/me", ("Cookie", pair));
        Assert.Equal(HttpStatusCode.Unauthorized, end.StatusCode);

        using var second = await host.SendAsync(HttpMethod.Post, "/login", null);
        store.Tickets.Clear();
        using var removed = await host.GetAsync("/me", ("Cookie", Pair(second)));
        Assert.Equal(HttpStatusCode.Unauthorized, removed.StatusCode);
    }

    [Fact]
    public async Task Browsers_are_sent_to_the_login_page_where_there_is_one_and_programs_get_401()
    {
        await using var host = await StartAsync("/sign-in");
        using var browser = await host.GetAsync("/me", ("Accept", "text/html,*/*"));
        Assert.Equal(HttpStatusCode.Redirect, browser.StatusCode);
        Assert.EndsWith("/sign-in?ReturnUrl=%2Fme", browser.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var program = await host.GetAsync("/me", ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, program.StatusCode);

        await using var bare = await StartAsync();
        using var page = await bare.GetAsync("/me", ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task The_platforms_XML_key_ring_is_gone()
    {
        await using var host = await StartAsync();
        Assert.IsType<KeyRingProtector>(host.Services.GetRequiredService<IDataProtectionProvider>());
        Assert.DoesNotContain(host.Services.GetServices<IHostedService>(), s => s.GetType().FullName!.Contains("DataProtection", StringComparison.Ordinal));
    }

    private static string Pair(HttpResponseMessage response) => response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    private Task<SecurityHost> StartAsync(string? loginPath = null, ITicketStore? store = null, bool later = false) => SecurityHost.StartAsync(
        builder =>
        {
            builder.Services.AddCovetAuthentication().AddCovetCookie(o =>
            {
                o.TimeProvider = clock;
                o.SessionStore = later ? null : store;
                if (loginPath is not null)
                {
                    o.LoginPath = loginPath;
                }
            });
            if (later)
            {
                builder.Services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options => options.SessionStore = store);
            }

            builder.Services.AddCovetKeyRing(new EphemeralKeyRing());
            builder.Services.AddCovetAntiforgery();
            builder.Services.AddAuthorization();
        },
        app =>
        {
            app.MapPost("/login", (HttpContext context) => context.SignInAsync(
                "Cookies",
                new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")], "password"))));
            app.MapGet("/me", (HttpContext context) => context.Response.WriteAsync(context.User.FindFirst("sub")!.Value))
                .WithMetadata(new AuthorizeAttribute());
        });

    private sealed class MemoryTickets : ITicketStore
    {
        public ConcurrentDictionary<string, AuthenticationTicket> Tickets { get; } = new();

        public Task<string> StoreAsync(AuthenticationTicket ticket)
        {
            var key = Guid.NewGuid().ToString();
            Tickets[key] = ticket;
            return Task.FromResult(key);
        }

        public Task RenewAsync(string key, AuthenticationTicket ticket)
        {
            Tickets[key] = ticket;
            return Task.CompletedTask;
        }

        public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(Tickets.GetValueOrDefault(key));

        public Task RemoveAsync(string key)
        {
            Tickets.TryRemove(key, out _);
            return Task.CompletedTask;
        }
    }
}
