namespace Covet;

/// <summary>
/// Keys in a directory that the instances of an application may share, one file each, readable by its owner only. An
/// instance finds keys that another made when it meets them.
/// </summary>
/// <example><code>builder.Services.AddCovetKeyRing(new FileKeyRing("/var/lib/orders/keys"));</code></example>
public sealed class FileKeyRing : IKeyRing
{
    private readonly KeyRingOptions options;
    private readonly KeyFile files;
    private readonly Lock gate = new();
    private KeyRingKey[] keys;

    /// <summary>Opens a directory, making it where it is missing.</summary>
    /// <param name="directory">The directory; nothing else should be in it.</param>
    /// <param name="options">How the ring rotates, and whether its files are encrypted.</param>
    /// <exception cref="IOException">
    /// The directory cannot be made or read, or a key file in it is damaged or sealed with another wrapping key: an application that began
    /// without it would log its users out.
    /// </exception>
    public FileKeyRing(string directory, KeyRingOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        this.options = (options ?? new KeyRingOptions()).Checked();
        files = new KeyFile(directory, this.options.WrappingKey);
        keys = Sorted(files.ReadAllOrThrow());
    }

    /// <inheritdoc/>
    public KeyRingKey Current
    {
        get
        {
            var now = options.TimeProvider.GetUtcNow();
            return Newest(Volatile.Read(ref keys), now) ?? Rotate(now);
        }
    }

    /// <inheritdoc/>
    public KeyRingKey? Find(Guid id)
    {
        var key = Array.Find(Volatile.Read(ref keys), k => k.Id == id) ?? Load(id);
        return key is not null && key.Expires + options.Retention > options.TimeProvider.GetUtcNow() ? key : null;
    }

    private static KeyRingKey[] Sorted(IEnumerable<KeyRingKey> keys) => [.. keys.OrderByDescending(k => k.Created).ThenBy(k => k.Id)];

    // A key from the future is another machine's, whose clock is ahead: it opens, but does not seal yet.
    private static KeyRingKey? Newest(KeyRingKey[] keys, DateTimeOffset now) =>
        Array.Find(keys, k => k.Created <= now && k.Expires > now);

    private KeyRingKey? Load(Guid id)
    {
        if (files.TryRead(id) is not { } key)
        {
            return null;
        }

        lock (gate)
        {
            keys = Sorted([.. keys.Where(k => k.Id != id), key]);
        }

        return key;
    }

    private KeyRingKey Rotate(DateTimeOffset now)
    {
        lock (gate)
        {
            // Another instance may have rotated already.
            var found = Sorted(files.ReadAll());
            if (Newest(found, now) is not { } current)
            {
                current = KeyRingKey.Create(now, options.Lifetime);
                files.Write(current);
                found = Sorted([.. found, current]);
            }

            foreach (var old in found.Where(k => k.Expires + options.Retention <= now))
            {
                files.Delete(old.Id);
            }

            keys = [.. found.Where(k => k.Expires + options.Retention > now)];
            return current;
        }
    }
}
