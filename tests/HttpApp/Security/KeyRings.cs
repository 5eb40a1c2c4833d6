using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HttpApp;

/// <summary>The key ring that the application was started with.</summary>
internal static class KeyRings
{
    /// <summary><c>--keys DIRECTORY [--keys-days-ahead DAYS] [--keys-wrapping BASE64]</c>, <c>--own-keys PHRASE</c>, or keys of the process.</summary>
    public static IKeyRing Of(IConfiguration configuration)
    {
        if (configuration["own-keys"] is { } phrase)
        {
            return new OwnKeyRing(phrase);
        }

        if (configuration["keys"] is not { } directory)
        {
            return new EphemeralKeyRing();
        }

        var clock = new TurnedClock();
        clock.Turn(TimeSpan.FromDays(int.Parse(configuration["keys-days-ahead"] ?? "0", CultureInfo.InvariantCulture)));
        return new FileKeyRing(directory, new KeyRingOptions
        {
            TimeProvider = clock,
            WrappingKey = configuration["keys-wrapping"] is { } wrapping ? Convert.FromBase64String(wrapping) : null,
        });
    }

    /// <summary>One key, made of a phrase: what a ring over somebody's secret store could be.</summary>
    private sealed class OwnKeyRing(string phrase) : IKeyRing
    {
        public KeyRingKey Current { get; } = new(
            new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("id" + phrase)).AsSpan(0, 16)),
            SHA256.HashData(Encoding.UTF8.GetBytes(phrase)),
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1));

        public KeyRingKey? Find(Guid id) => id == Current.Id ? Current : null;
    }
}
