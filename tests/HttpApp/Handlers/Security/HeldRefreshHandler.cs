namespace HttpApp.Handlers;

public sealed record HeldRevocations(int Revoking, int HungUp);

/// <summary>Holds the revocations of refresh tokens, and ages them.</summary>
[Handler("/diagnostics/revocations")]
public static class HeldRefreshHandler
{
    [Get]
    public static HeldRevocations State() => new(HeldRefreshTokens.Instance.State.Revoking, HeldRefreshTokens.Instance.State.HungUp);

    [Post("hold")]
    public static void Hold() => HeldRefreshTokens.Instance.Hold();

    [Post("let-go")]
    public static void LetGo() => HeldRefreshTokens.Instance.LetGo();

    /// <summary>Turns the clock on by which tokens age.</summary>
    [Post("later")]
    public static void Later(double days) => HeldRefreshTokens.Clock.Turn(TimeSpan.FromDays(days));
}
