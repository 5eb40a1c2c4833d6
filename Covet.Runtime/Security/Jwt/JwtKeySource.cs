namespace Covet;

/// <summary>
/// Keys that may change while the server runs. Only the settings that ask for such keys name the one that fetches them, so that
/// an application whose keys are known from the start has no HTTP client in its binary.
/// </summary>
internal abstract class JwtKeySource
{
    /// <summary>The keys known now.</summary>
    public abstract JwtKeySet Current { get; }

    /// <summary>Newer keys than those that were tried; the same where there are none or it is too early to ask.</summary>
    public abstract ValueTask<JwtKeySet> RefreshAsync(JwtKeySet tried, CancellationToken cancellationToken);
}
