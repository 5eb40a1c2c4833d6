using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Covet.Runtime.Tests.Security;

public sealed class CovetPasswordsTests
{
    [Fact]
    public void A_hash_names_its_parameters_and_checks_its_password_alone()
    {
        var hash = CovetPasswords.Hash("correct horse");
        Assert.StartsWith("$pbkdf2-sha512$i=220000$", hash, StringComparison.Ordinal);
        Assert.Equal(133, hash.Length);
        Assert.Equal(PasswordVerification.Success, CovetPasswords.Verify(hash, "correct horse"));
        Assert.Equal(PasswordVerification.Failed, CovetPasswords.Verify(hash, "correct horsE"));
        Assert.NotEqual(hash, CovetPasswords.Hash("correct horse"));
    }

    [Fact]
    public void A_weaker_hash_still_opens_and_asks_to_be_replaced()
    {
        var old = PasswordHash.Create("pw", HashAlgorithmName.SHA256, 1000, new byte[16]).ToString();
        Assert.Equal(PasswordVerification.SuccessRehashNeeded, CovetPasswords.Verify(old, "pw"));
        Assert.Equal(PasswordVerification.Failed, CovetPasswords.Verify(old, "pW"));
    }

    [Fact]
    public void A_hash_of_the_cost_before_the_last_still_opens_and_asks_to_be_replaced()
    {
        var old = PasswordHash.Create("pw", HashAlgorithmName.SHA512, 210_000, new byte[16]).ToString();
        Assert.Equal(133, old.Length);
        Assert.Equal(PasswordVerification.SuccessRehashNeeded, CovetPasswords.Verify(old, "pw"));
    }

    [Theory]
    [InlineData("SHA512", 1000, 64, 219_000)]
    [InlineData("SHA512", 210_000, 64, 10_000)]
    [InlineData("SHA512", 220_000, 64, 0)]
    [InlineData("SHA512", 900_000, 64, 0)]
    [InlineData("SHA512", 100_000, 32, 120_000)]
    [InlineData("SHA256", 300_000, 32, 110_000)]
    [InlineData("SHA256", 300_000, 64, 0)]
    [InlineData("SHA1", 700_000, 20, 110_000)]
    [InlineData("SHA256", 10_000_000, 128, 0)]
    public void What_a_weaker_hash_spares_is_counted(string algorithm, int iterations, int length, int expected) =>
        Assert.Equal(expected, new PasswordHash(new HashAlgorithmName(algorithm), iterations, new byte[16], new byte[length]).MissingIterations);

    [Fact]
    public void A_wrong_password_takes_as_long_for_an_old_hash_and_for_none_as_for_one_of_today()
    {
        var today = CovetPasswords.Hash("pw");
        var old = PasswordHash.Create("pw", HashAlgorithmName.SHA512, 1000, new byte[16]).ToString();
        var best = new[] { TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue };
        for (var round = 0; round < 3; round++)
        {
            foreach (var (index, hash) in new[] { today, old, null }.Index())
            {
                var started = Stopwatch.GetTimestamp();
                Assert.Equal(PasswordVerification.Failed, CovetPasswords.Verify(hash, "no"));
                var took = Stopwatch.GetElapsedTime(started);
                best[index] = took < best[index] ? took : best[index];
            }
        }

        Assert.True(best[1] * 2 >= best[0], $"{best[1]} for an old hash, {best[0]} for one of today");
        Assert.True(best[2] * 2 >= best[0], $"{best[2]} for no hash, {best[0]} for one of today");
    }

    [Theory]
    [InlineData(0u, "SHA1")]
    [InlineData(1u, "SHA256")]
    [InlineData(2u, "SHA512")]
    public void A_hash_of_Identity_version_3_opens_and_asks_to_be_replaced(uint function, string algorithm)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var bytes = new byte[13 + 16 + 32];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), function);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), 1000);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), 16);
        salt.CopyTo(bytes, 13);
        Rfc2898DeriveBytes.Pbkdf2("pw", salt, bytes.AsSpan(29), 1000, new HashAlgorithmName(algorithm));
        var text = Convert.ToBase64String(bytes);
        Assert.Equal(PasswordVerification.SuccessRehashNeeded, CovetPasswords.Verify(text, "pw"));
        Assert.Equal(PasswordVerification.Failed, CovetPasswords.Verify(text, "no"));
    }

    // RFC 7914 section 11: PBKDF2-HMAC-SHA256 of "passwd" with "salt"; the salt is too short to be accepted, so the parts are checked.
    [Fact]
    public void The_vector_of_RFC_7914_section_11_comes_out() =>
        Assert.Equal(
            "55AC046E56E3089FEC1691C22544B605F94185216DDE0465E68B9D57C20DACBC",
            Convert.ToHexString(PasswordHash.Create("passwd", HashAlgorithmName.SHA256, 1, "salt"u8.ToArray()).Hash));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("plaintext")]
    [InlineData("$pbkdf2-md5$i=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=999999999$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=-5$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha512$i=1000$AAAAAAAAAAAAAAAAAAAAAA$")]
    [InlineData("$pbkdf2-sha512$i=1000$!!$!!")]
    [InlineData("AQAAAAE=")]
    public void What_is_no_hash_matches_nothing(string? hash) =>
        Assert.Equal(PasswordVerification.Failed, CovetPasswords.Verify(hash, "pw"));

    [Fact]
    public void Empty_and_endless_passwords_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CovetPasswords.Hash(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovetPasswords.Hash(new string('x', 1025)));
        Assert.Equal(PasswordVerification.Failed, CovetPasswords.Verify(CovetPasswords.Hash("x"), new string('x', 1025)));
    }
}
