namespace Covet;

/// <summary>
/// The keys that protect cookies, antiforgery tokens and login state. One is current and seals; older ones still open what
/// they sealed. Implement it over a secret store to share keys between machines.
/// </summary>
public interface IKeyRing
{
    /// <summary>The key that seals now; made where there is none.</summary>
    KeyRingKey Current { get; }

    /// <summary>The key of an id, or null where it is unknown or too old. The id comes from outside: treat it so.</summary>
    KeyRingKey? Find(Guid id);
}
