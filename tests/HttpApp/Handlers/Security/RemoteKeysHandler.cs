using System.Security.Claims;

namespace HttpApp.Handlers;

/// <summary>A scheme whose keys come from an issuer.</summary>
[Handler("/security/remote")]
public static class RemoteKeysHandler
{
    [Get]
    [Authorize(AuthenticationSchemes = "Remote")]
    public static string Me(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("fetches")]
    public static int Fetches() => KeySetHandler.Fetches;

    /// <summary>Turns the clock on, and says what the issuer answers from now on.</summary>
    [Post("later")]
    public static void Later(int seconds, string keyId = "first", string kind = "well")
    {
        KeySetHandler.Clock.Turn(TimeSpan.FromSeconds(seconds));
        KeySetHandler.Answer = (keyId, kind);
    }
}
