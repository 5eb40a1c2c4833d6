namespace Covet;

/// <summary>How long refresh tokens live.</summary>
public sealed class RefreshTokenOptions
{
    /// <summary>How long one token may wait for its use: 1 second to 10 years; 14 days by default.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long a login lasts, however often it is refreshed: 1 second to 10 years; 90 days by default.</summary>
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Fails where no token could live by these.</summary>
    internal RefreshTokenOptions Checked()
    {
        OptionRange.Check(Lifetime, TimeSpan.FromSeconds(1), OptionRange.TenYears, nameof(RefreshTokenOptions), nameof(Lifetime));
        OptionRange.Check(AbsoluteLifetime, TimeSpan.FromSeconds(1), OptionRange.TenYears, nameof(RefreshTokenOptions), nameof(AbsoluteLifetime));
        OptionRange.CheckPresent(TimeProvider, nameof(RefreshTokenOptions), nameof(TimeProvider));
        return this;
    }
}
