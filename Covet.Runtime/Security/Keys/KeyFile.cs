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

    public IEnumerable<KeyRingKey> ReadAll()
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            if (Guid.TryParseExact(Path.GetFileNameWithoutExtension(path), "N", out var id) && TryRead(id) is { } key)
            {
                yield return key;
            }
        }
    }

    /// <summary>The key of an id; null where there is no file, or it cannot be opened with the wrapping key.</summary>
    public KeyRingKey? TryRead(Guid id)
    {
        try
        {
            var lines = File.ReadAllText(PathOf(id)).Split('\n');
            if (lines.Length < 4 || lines[0] != (wrappingKey is null ? Plain : Wrapped))
            {
                return null;
            }

            var secret = Convert.FromBase64String(lines[3]);
            return new KeyRingKey(id, wrappingKey is null ? secret : Unwrap(id, secret), Time(lines[1]), Time(lines[2]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or CryptographicException)
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

    private static DateTimeOffset Time(string line) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture));

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
