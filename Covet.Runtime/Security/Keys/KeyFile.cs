using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Covet;

/// <summary>Key files: four lines of text, named by the key's id.</summary>
internal sealed class KeyFile
{
    private const string Plain = "covet-key-1";
    private const string Wrapped = "covet-key-1-wrapped";
    private const string Extension = ".key";

    private readonly string directory;
    private readonly byte[]? wrappingKey;

    public KeyFile(string directory, byte[]? wrappingKey)
    {
        if (wrappingKey is not null && wrappingKey.Length != 32)
        {
            throw new ArgumentException("The wrapping key has 32 bytes.", nameof(wrappingKey));
        }

        this.directory = directory;
        this.wrappingKey = wrappingKey;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The keys that can be read.</summary>
    public IEnumerable<KeyRingKey> ReadAll() => Ids().Select(TryRead).OfType<KeyRingKey>();

    /// <summary>All keys.</summary>
    /// <exception cref="IOException">One of the files cannot be read, is no key, or does not open with the wrapping key.</exception>
    public IReadOnlyList<KeyRingKey> ReadAllOrThrow()
    {
        var keys = new List<KeyRingKey>();
        foreach (var id in Ids())
        {
            try
            {
                keys.Add(Read(id));
            }
            catch (FileNotFoundException)
            {
                // Another instance has just deleted it.
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                throw new IOException(
                    $"The key file '{PathOf(id)}' cannot be used: {exception.Message} Restore it, or delete it and with it every login that it sealed.",
                    exception);
            }
        }

        return keys;
    }

    /// <summary>The key of an id; null where there is no file, or it cannot be opened with the wrapping key.</summary>
    public KeyRingKey? TryRead(Guid id)
    {
        try
        {
            return Read(id);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return null;
        }
    }

    public void Write(KeyRingKey key)
    {
        var secret = wrappingKey is null ? key.Secret.ToArray() : Wrap(key.Id, key.Secret);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(wrappingKey is null ? Plain : Wrapped)}\n{key.Created.ToUnixTimeMilliseconds()}\n{key.Expires.ToUnixTimeMilliseconds()}\n{Convert.ToBase64String(secret)}\n");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written aside and moved, so that no other instance reads half a key.
        var temporary = PathOf(key.Id) + ".new";
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(key.Id));
    }

    public void Delete(Guid id) => File.Delete(PathOf(id));

    private static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or FormatException or OverflowException or ArgumentException or CryptographicException;

    private IEnumerable<Guid> Ids()
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            if (Guid.TryParseExact(Path.GetFileNameWithoutExtension(path), "N", out var id))
            {
                yield return id;
            }
        }
    }

    // No message says anything of what the file holds.
    private KeyRingKey Read(Guid id)
    {
        var lines = File.ReadAllText(PathOf(id)).Split('\n');
        if (lines.Length < 4 || lines[0] is not (Plain or Wrapped))
        {
            throw new FormatException("It is not a key, or was cut off.");
        }

        if (lines[0] != (wrappingKey is null ? Plain : Wrapped))
        {
            throw new FormatException(wrappingKey is null ? "It is encrypted, and there is no wrapping key." : "It is not encrypted, and there is a wrapping key.");
        }

        var secret = Convert.FromBase64String(lines[3]);
        return new KeyRingKey(id, wrappingKey is null ? secret : Unwrap(id, secret), Time(lines[1]), Time(lines[2]));
    }

    // Not long.Parse, whose message repeats the line: in a damaged file that may be the secret.
    private static DateTimeOffset Time(string line) => long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : throw new FormatException("It does not say when it was made, or when it ends.");

    private string PathOf(Guid id) => Path.Combine(directory, id.ToString("N") + Extension);

    private byte[] Wrap(Guid id, ReadOnlySpan<byte> secret)
    {
        var result = new byte[12 + secret.Length + 16];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var aes = new AesGcm(wrappingKey!, 16);
        aes.Encrypt(result.AsSpan(0, 12), secret, result.AsSpan(12, secret.Length), result.AsSpan(12 + secret.Length), id.ToByteArray());
        return result;
    }

    private byte[] Unwrap(Guid id, byte[] wrapped)
    {
        if (wrapped.Length != 12 + KeyRingKey.SecretBytes + 16)
        {
            throw new FormatException("A wrapped key has 60 bytes.");
        }

        var secret = new byte[KeyRingKey.SecretBytes];
        using var aes = new AesGcm(wrappingKey!, 16);
        aes.Decrypt(wrapped.AsSpan(0, 12), wrapped.AsSpan(12, secret.Length), wrapped.AsSpan(12 + secret.Length), secret, id.ToByteArray());
        return secret;
    }
}
