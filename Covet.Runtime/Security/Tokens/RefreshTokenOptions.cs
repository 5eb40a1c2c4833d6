namespace Covet;

/// <summary>How long refresh tokens live.</summary>
public sealed class RefreshTokenOptions
{
    /// <summary>How long one token may wait for its use; 14 days by default.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long a login lasts, however often it is refreshed; 90 days by default.</summary>
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
