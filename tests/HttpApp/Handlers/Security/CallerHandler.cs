using System.Security.Claims;

namespace HttpApp.Handlers;

/// <summary>What is kept and counted for a caller, whichever way it comes in.</summary>
[Handler("/security/caller")]
[Authorize(AuthenticationSchemes = "Bearer,Partner,ApiKey,Basic,Cookies")]
public static class CallerHandler
{
    private static TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int payments;
    private static int running;

    [Post("pay")]
    [Idempotent]
    public static string Pay(ClaimsPrincipal user) => Name(user) + " " + Interlocked.Increment(ref payments);

    [Get("limited")]
    [RateLimit(1, "1h", By = "user", Name = "caller")]
    public static string Limited(ClaimsPrincipal user) => Name(user);

    /// <summary>Runs until <c>release</c>.</summary>
    [Post("slow")]
    [Idempotent]
    public static async Task<string> Slow()
    {
        var until = Volatile.Read(ref released).Task;
        Interlocked.Increment(ref running);
        await until;
        return "paid " + Interlocked.Decrement(ref running);
    }

    [Get("running")]
    [AllowAnonymous]
    public static int Running() => Volatile.Read(ref running);

    [Post("release")]
    [AllowAnonymous]
    public static void Release() => Interlocked.Exchange(ref released, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    private static string Name(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;
}
