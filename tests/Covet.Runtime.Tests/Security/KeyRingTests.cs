using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Covet.Runtime.Tests.Security;

public sealed class KeyRingTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly string directory = Path.Combine(Path.GetTempPath(), "covet-keys-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void What_one_instance_seals_another_opens_by_the_shared_directory()
    {
        var one = new FileKeyRing(directory, Options());
        var two = new FileKeyRing(directory, Options());
        var sealedBytes = Protector(one).Protect([1, 2, 3]);
        Assert.Equal([1, 2, 3], Protector(two).Unprotect(sealedBytes));
        Assert.Equal(one.Current.Id, two.Current.Id);
    }

    [Fact]
    public void A_key_seals_for_its_lifetime_opens_for_the_retention_and_is_then_deleted()
    {
        var ring = new FileKeyRing(directory, Options());
        var first = ring.Current.Id;
        var sealedBytes = Protector(ring).Protect([7]);

        clock.Now += TimeSpan.FromDays(90);
        var second = ring.Current.Id;
        Assert.NotEqual(first, second);
        Assert.Equal([7], Protector(ring).Unprotect(sealedBytes));

        clock.Now += TimeSpan.FromDays(30);
        Assert.ThrowsAny<CryptographicException>(() => Protector(ring).Unprotect(sealedBytes));
        clock.Now += TimeSpan.FromDays(60);
        Assert.NotEqual(second, ring.Current.Id);
        Assert.False(File.Exists(Path.Combine(directory, first.ToString("N") + ".key")));
    }

    [Fact]
    public void An_ephemeral_ring_rotates_and_forgets_alike()
    {
        var ring = new EphemeralKeyRing(Options());
        var first = ring.Current.Id;
        Assert.Equal(first, ring.Current.Id);
        clock.Now += TimeSpan.FromDays(91);
        Assert.NotEqual(first, ring.Current.Id);
        Assert.NotNull(ring.Find(first));
        clock.Now += TimeSpan.FromDays(30);
        Assert.Null(ring.Find(first));
    }

    [Fact]
    public void Key_files_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _ = new FileKeyRing(directory, Options()).Current;
        var file = Assert.Single(Directory.GetFiles(directory));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    [Fact]
    public void Wrapped_keys_open_with_the_wrapping_key_alone()
    {
        var options = Options();
        options.WrappingKey = RandomNumberGenerator.GetBytes(32);
        var ring = new FileKeyRing(directory, options);
        var secret = Convert.ToBase64String(ring.Current.Secret);
        Assert.DoesNotContain(secret, File.ReadAllText(Directory.GetFiles(directory).Single()), StringComparison.Ordinal);
        Assert.Equal(ring.Current.Id, new FileKeyRing(directory, options).Current.Id);

        var stranger = Options();
        stranger.WrappingKey = RandomNumberGenerator.GetBytes(32);
        var file = Directory.GetFiles(directory).Single();
        foreach (var wrong in new[] { stranger, Options() })
        {
            var refused = Assert.Throws<IOException>(() => new FileKeyRing(directory, wrong));
            Assert.Contains(file, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, refused.ToString(), StringComparison.Ordinal);
        }

        // A key that comes later, while the application runs, is nobody's.
        File.Delete(file);
        var running = new FileKeyRing(directory, stranger);
        var late = new FileKeyRing(directory, options).Current;
        Assert.Null(running.Find(late.Id));
    }

    [Fact]
    public void No_changed_byte_and_no_other_purpose_opens()
    {
        var protector = Protector(new EphemeralKeyRing(Options()));
        var sealedBytes = protector.Protect("hello"u8.ToArray());
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            sealedBytes[i] ^= 0x40;
            Assert.ThrowsAny<CryptographicException>(() => Unprotect(protector, sealedBytes));
            sealedBytes[i] ^= 0x40;
        }

        Assert.ThrowsAny<CryptographicException>(() => Unprotect(protector, sealedBytes[..^1]));
        Assert.ThrowsAny<CryptographicException>(() => Unprotect(protector, []));
        Assert.ThrowsAny<CryptographicException>(() => Unprotect(protector.CreateProtector("x"), sealedBytes));
        Assert.Equal("hello"u8.ToArray(), protector.Unprotect(sealedBytes));
        Assert.NotEqual(sealedBytes, protector.Protect("hello"u8.ToArray()));
    }

    [Fact]
    public void Purposes_that_concatenate_alike_are_apart()
    {
        var root = Protector(new EphemeralKeyRing(Options()));
        var one = root.CreateProtector("a").CreateProtector("bc");
        var two = root.CreateProtector("ab").CreateProtector("c");
        Assert.ThrowsAny<CryptographicException>(() => Unprotect(two, one.Protect([1])));
        var nested = root.CreateProtector("a\n2:bc");
        Assert.ThrowsAny<CryptographicException>(() => Unprotect(nested, one.Protect([1])));
    }

    [Fact]
    public void Files_that_are_not_named_as_keys_are_passed_over()
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "readme.key"), "nonsense");
        File.WriteAllText(Path.Combine(directory, Guid.NewGuid().ToString("N") + ".key.new"), "half of one");
        Assert.NotNull(new FileKeyRing(directory, Options()).Current);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("without its last line")]
    [InlineData("without its second line")]
    [InlineData("half a secret")]
    [InlineData("a date that is none")]
    public void A_damaged_key_file_is_named_when_the_ring_is_opened_and_its_secret_is_not(string damage)
    {
        var secret = Convert.ToBase64String(new FileKeyRing(directory, Options()).Current.Secret);
        var file = Directory.GetFiles(directory).Single();
        var lines = File.ReadAllText(file).Split('\n');
        File.WriteAllText(file, damage switch
        {
            "without its last line" => string.Join('\n', lines[..3]),
            "without its second line" => string.Join('\n', [lines[0], .. lines[2..]]),
            "half a secret" => string.Join('\n', [.. lines[..3], lines[3][..20], ""]),
            "a date that is none" => string.Join('\n', [lines[0], "99999999999999999999", .. lines[2..]]),
            _ => damage,
        });
        var refused = Assert.Throws<IOException>(() => new FileKeyRing(directory, Options()));
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[..20], refused.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Unprotect(IDataProtector protector, byte[] data) => protector.Unprotect(data);

    private KeyRingOptions Options() => new() { TimeProvider = clock };

    private static KeyRingProtector Protector(IKeyRing ring) => new(ring, "test");
}
