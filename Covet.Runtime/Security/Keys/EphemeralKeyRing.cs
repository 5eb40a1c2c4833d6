namespace Covet;

/// <summary>Keys that live as long as the process: what it sealed cannot be opened after a restart, nor by another instance.</summary>
/// <param name="options">How it rotates.</param>
public sealed class EphemeralKeyRing(KeyRingOptions? options = null) : IKeyRing
{
    private readonly KeyRingOptions options = (options ?? new KeyRingOptions()).Checked();
    private readonly Lock gate = new();
    private KeyRingKey[] keys = [];

    /// <inheritdoc/>
    public KeyRingKey Current
    {
        get
        {
            var now = options.TimeProvider.GetUtcNow();
            var known = Volatile.Read(ref keys);
            return known.Length > 0 && known[0].Expires > now ? known[0] : Rotate(now);
        }
    }

    /// <inheritdoc/>
    public KeyRingKey? Find(Guid id)
    {
        foreach (var key in Volatile.Read(ref keys))
        {
            if (key.Id == id)
            {
                return key.Expires + options.Retention > options.TimeProvider.GetUtcNow() ? key : null;
            }
        }

        return null;
    }

    private KeyRingKey Rotate(DateTimeOffset now)
    {
        lock (gate)
        {
            if (keys.Length == 0 || keys[0].Expires <= now)
            {
                keys = [KeyRingKey.Create(now, options.Lifetime), .. keys.Where(k => k.Expires + options.Retention > now)];
            }

            return keys[0];
        }
    }
}
