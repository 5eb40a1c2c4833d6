using System.Net;
using Covet.Runtime.Tests.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Security;

/// <summary>Sessions over a cache that keeps nothing.</summary>
public sealed class SessionFailureTests
{
    [Fact]
    public async Task A_cache_that_fails_neither_breaks_an_answer_nor_hides_an_exception()
    {
        using var log = new LogLines();
        Exception? seen = null;
        await using var host = await SecurityHost.StartAsync(
            builder =>
            {
                builder.Logging.AddProvider(log);
                builder.Services.AddSingleton<IDistributedCache, FailingCache>();
                builder.Services.AddCovetSession();
            },
            app =>
            {
                app.Use(async (context, next) =>
                {
                    try
                    {
                        await next(context);
                    }
                    catch (InvalidOperationException exception)
                    {
                        seen = exception;
                        context.Response.StatusCode = StatusCodes.Status418ImATeapot;
                    }
                });
                app.UseCovetSession();
                app.MapGet("/set", (HttpContext context) => context.Session.SetString("name", "ada"));
                app.MapGet("/fail", (HttpContext context) =>
                {
                    context.Session.SetString("name", "ada");
                    throw new InvalidOperationException("the application's own");
                });
            });

        using var answered = await host.GetAsync("/set");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Null(seen);
        var line = Assert.Single(log.Lines, l => l.Category == "Covet.SessionCookies");
        Assert.Equal((LogLevel.Error, "The cache did not keep a session."), (line.Level, line.Text));

        using var failed = await host.GetAsync("/fail");
        Assert.Equal(418, (int)failed.StatusCode);
        Assert.Equal("the application's own", seen?.Message);
    }

    private sealed class FailingCache : IDistributedCache
    {
        public byte[]? Get(string key) => null;

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult<byte[]?>(null);

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key)
        {
        }

        public Task RemoveAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new InvalidOperationException("the cache's");

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            Task.FromException(new InvalidOperationException("the cache's"));
    }
}
