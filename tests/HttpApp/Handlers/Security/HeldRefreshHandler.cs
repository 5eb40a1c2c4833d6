namespace HttpApp.Handlers;

public sealed record HeldRevocations(int Revoking, int HungUp);

/// <summary>Holds the revocations of refresh tokens.</summary>
[Handler("/diagnostics/revocations")]
public static class HeldRefreshHandler
{
    [Get]
    public static HeldRevocations State() => new(HeldRefreshTokens.Instance.State.Revoking, HeldRefreshTokens.Instance.State.HungUp);

    [Post("hold")]
    public static void Hold() => HeldRefreshTokens.Instance.Hold();

    [Post("let-go")]
    public static void LetGo() => HeldRefreshTokens.Instance.LetGo();
}
