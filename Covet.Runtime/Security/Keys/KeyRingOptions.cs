namespace Covet;

/// <summary>How a key ring rotates.</summary>
public sealed class KeyRingOptions
{
    /// <summary>How long a key seals before the next one is made; 90 days by default.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a key opens after it stopped sealing; 30 days by default. Nothing that is sealed should live longer.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>32 bytes that encrypt key files (AES-256-GCM), from where secrets are kept; null leaves it to the file system's permissions.</summary>
    public byte[]? WrappingKey { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
