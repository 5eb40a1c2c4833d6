using System.Security.Claims;

namespace HttpApp.Handlers;

/// <summary>A scheme whose keys come from an issuer.</summary>
[Handler("/security/remote")]
public static class RemoteKeysHandler
{
    [Get]
    [Authorize(AuthenticationSchemes = "Remote")]
    public static string Me(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("silences")]
    public static int Silences() => KeySetHandler.Silences;

    [Get("silent")]
    [Authorize(AuthenticationSchemes = "Silent")]
    public static string Silent(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("silent/asked")]
    public static int SilentAsked() => SilentIssuer.Asked;

    [Post("silent/later")]
    public static void SilentLater(int seconds) => SilentIssuer.Clock.Turn(TimeSpan.FromSeconds(seconds));

    [Get("every")]
    [Authorize(AuthenticationSchemes = "Every")]
    public static string Every(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("elliptic")]
    [Authorize(AuthenticationSchemes = "Elliptic")]
    public static string Elliptic(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

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
