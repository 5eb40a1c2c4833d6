namespace Covet;

/// <summary>How a key ring rotates.</summary>
public sealed class KeyRingOptions
{
    /// <summary>How long a key seals before the next one is made: 1 minute to 10 years; 90 days by default.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a key opens after it stopped sealing: 0 to 10 years; 30 days by default. Nothing that is sealed should live longer.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>32 bytes that encrypt key files (AES-256-GCM), from where secrets are kept; null leaves it to the file system's permissions.</summary>
    public byte[]? WrappingKey { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Fails where a ring could not rotate by these.</summary>
    internal KeyRingOptions Checked()
    {
        OptionRange.Check(Lifetime, TimeSpan.FromMinutes(1), OptionRange.TenYears, nameof(KeyRingOptions), nameof(Lifetime));
        OptionRange.Check(Retention, TimeSpan.Zero, OptionRange.TenYears, nameof(KeyRingOptions), nameof(Retention));
        OptionRange.CheckPresent(TimeProvider, nameof(KeyRingOptions), nameof(TimeProvider));
        return WrappingKey is null or { Length: 32 }
            ? this
            : throw new ArgumentException($"{nameof(KeyRingOptions)}.{nameof(WrappingKey)} has {WrappingKey.Length} bytes: it must have 32.", nameof(WrappingKey));
    }
}
