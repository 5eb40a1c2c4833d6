using System.Security.Claims;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

namespace HttpApp.Handlers;

/// <summary>Endpoints whose attributes ASP.NET Core's middleware reads.</summary>
[Handler("/middleware")]
[Authorize]
public sealed class MiddlewareHandler(CacheCounter counter)
{
    [Get("private")]
    public string Private(ClaimsPrincipal user) => user.Identity!.Name!;

    [Get("admin")]
    [Authorize("admin")]
    public string Admin() => "admin";

    [Get("open")]
    [AllowAnonymous]
    public string Open() => "open";

    [Get("cors")]
    [Put("cors")]
    [AllowAnonymous]
    [EnableCors("friends")]
    public string Cors() => "cors";

    [Get("limited")]
    [AllowAnonymous]
    [EnableRateLimiting("two-a-key")]
    public string Limited() => "limited";

    [Get("cached")]
    [AllowAnonymous]
    [OutputCache(Duration = 3600, VaryByQueryKeys = ["key"])]
    public int Cached() => counter.Next();

    [Get("slow")]
    [AllowAnonymous]
    [RequestTimeout(50)]
    public async Task<string> Slow(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return "never";
    }
}
