using System.Globalization;

namespace HttpApp;

/// <summary>The store of idempotency keys that the application was started with; its clock can be turned on.</summary>
internal static class IdempotencyStores
{
    public static TurnedClock Clock { get; } = new();

    /// <summary><c>[--idempotency-keys COUNT] [--idempotency-bytes COUNT]</c>, or the bounds that are the default.</summary>
    public static IIdempotencyStore Of(IConfiguration configuration)
    {
        var usual = new MemoryIdempotencyStore();
        return new MemoryIdempotencyStore(Clock)
        {
            MaxKeys = configuration["idempotency-keys"] is { } keys ? int.Parse(keys, CultureInfo.InvariantCulture) : usual.MaxKeys,
            MaxBytes = configuration["idempotency-bytes"] is { } bytes ? long.Parse(bytes, CultureInfo.InvariantCulture) : usual.MaxBytes,
        };
    }
}
