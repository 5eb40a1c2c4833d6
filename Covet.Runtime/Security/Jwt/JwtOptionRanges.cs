namespace Covet;

/// <summary>What the settings of a validator may be.</summary>
internal static class JwtOptionRanges
{
    private const string Owner = nameof(JwtValidationOptions);

    public static void Check(JwtValidationOptions options)
    {
        var (second, day) = (TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        OptionRange.Check(options.ClockSkew, TimeSpan.Zero, day, Owner, nameof(options.ClockSkew));
        OptionRange.Check(options.ExpirationLeeway, TimeSpan.Zero, day, Owner, nameof(options.ExpirationLeeway));
        OptionRange.Check(options.MaxTokenLength, 64, 1024 * 1024, Owner, nameof(options.MaxTokenLength));
        OptionRange.Check(options.KeyLifetime, second, 366 * day, Owner, nameof(options.KeyLifetime));
        OptionRange.Check(options.RefreshInterval, second, day, Owner, nameof(options.RefreshInterval));
        OptionRange.CheckText(options.NameClaimType, Owner, nameof(options.NameClaimType));
        OptionRange.CheckText(options.RoleClaimType, Owner, nameof(options.RoleClaimType));
        OptionRange.CheckPresent(options.TimeProvider, Owner, nameof(options.TimeProvider));
        OptionRange.CheckTexts(options.Issuers, Owner, nameof(options.Issuers));
        OptionRange.CheckTexts(options.Audiences, Owner, nameof(options.Audiences));
        OptionRange.CheckTexts(options.Types, Owner, nameof(options.Types));
        foreach (var key in options.Keys)
        {
            OptionRange.CheckPresent(key, Owner, nameof(options.Keys));
        }

        foreach (var algorithm in options.Algorithms)
        {
            if (algorithm is < JwtAlgorithm.HS256 or > JwtAlgorithm.ES512)
            {
                throw new ArgumentException($"{Owner}.{nameof(options.Algorithms)} has {algorithm}: it must be one of HS, RS, PS and ES with 256, 384 or 512.", nameof(options));
            }
        }
    }
}
