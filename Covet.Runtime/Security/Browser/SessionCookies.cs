using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Session;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Covet;

/// <summary>
/// Gives each request ASP.NET Core's session over the cache, under a random name that travels sealed in a cookie. The
/// cookie is set with the first value, so that visitors without a session get none.
/// </summary>
internal sealed partial class SessionCookies(SessionOptions options, IDistributedCache cache, IDataProtectionProvider protection, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger<SessionCookies>();
    private readonly IDataProtector protector = protection.CreateProtector("session");
    private readonly string cookieName = options.Cookie.Name ?? "__Host-state";

    public RequestDelegate Use(RequestDelegate next) => context => InvokeAsync(context, next);

    private async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var key = Open(context.Request.Cookies[cookieName]);
        var isNew = key is null;
        key ??= Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Func<bool> establish = isNew ? () => TrySetCookie(context, key) : static () => true;
        var session = new DistributedSession(cache, key, options.IdleTimeout, options.IOTimeout, establish, loggers, isNew);
        context.Features.Set<ISessionFeature>(new SessionFeature(session));
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set<ISessionFeature>(null);
            await CommitAsync(session);
        }
    }

    // The answer is made, or an exception is on its way: neither is to give way to a cache that fails.
    private async Task CommitAsync(DistributedSession session)
    {
        try
        {
            await session.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotKept(logger, exception);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The cache did not keep a session.")]
    private static partial void LogNotKept(ILogger logger, Exception exception);

    private string? Open(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie) || cookie.Length > 1024)
        {
            return null;
        }

        try
        {
            return Encoding.ASCII.GetString(protector.Unprotect(Base64Url.DecodeFromChars(cookie)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private bool TrySetCookie(HttpContext context, string key)
    {
        if (context.Response.HasStarted)
        {
            return false;
        }

        var cookie = Base64Url.EncodeToString(protector.Protect(Encoding.ASCII.GetBytes(key)));
        context.Response.Cookies.Append(cookieName, cookie, options.Cookie.Build(context));

        // An answer with somebody's session must not be kept for others.
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Response.Headers.Pragma = "no-cache";
        return true;
    }
}
