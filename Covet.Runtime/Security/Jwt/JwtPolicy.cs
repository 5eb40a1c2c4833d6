namespace Covet;

/// <summary>The options of a validator, frozen.</summary>
internal sealed class JwtPolicy
{
    private readonly int algorithms;
    private readonly string[] types;

    public JwtPolicy(JwtValidationOptions options)
    {
        options.Validate();
        foreach (var algorithm in options.Algorithms)
        {
            algorithms |= JwtAlgorithms.Bit(algorithm);
        }

        types = [.. options.Types];
        Issuers = [.. options.Issuers];
        Audiences = [.. options.Audiences];
        OnlyIssuer = options.ValidateIssuer && Issuers.Length == 1 && options.Authority is null && options.MetadataAddress is null ? Issuers[0] : null;
        ValidateIssuer = options.ValidateIssuer;
        ValidateAudience = options.ValidateAudience;
        RequireType = options.RequireType;
        RequireExpiration = options.RequireExpiration;
        ClockSkew = (long)options.ClockSkew.TotalSeconds;
        ExpirationLeeway = (long)options.ExpirationLeeway.TotalSeconds;
        MaxTokenLength = options.MaxTokenLength;
        NameClaimType = options.NameClaimType;
        RoleClaimType = options.RoleClaimType;
        TimeProvider = options.TimeProvider;
    }

    public string[] Issuers { get; }

    public string[] Audiences { get; }

    /// <summary>The issuer, where only one can be.</summary>
    public string? OnlyIssuer { get; }

    public bool ValidateIssuer { get; }

    public bool ValidateAudience { get; }

    public bool RequireType { get; }

    public bool RequireExpiration { get; }

    /// <summary>In seconds.</summary>
    public long ClockSkew { get; }

    /// <summary>In seconds.</summary>
    public long ExpirationLeeway { get; }

    public int MaxTokenLength { get; }

    public string NameClaimType { get; }

    public string RoleClaimType { get; }

    public TimeProvider TimeProvider { get; }

    public bool Accepts(JwtAlgorithm algorithm) =>
        algorithm != JwtAlgorithm.Unspecified && (algorithms & JwtAlgorithms.Bit(algorithm)) != 0;

    public bool AcceptsType(string? type)
    {
        if (type is null)
        {
            return !RequireType;
        }

        const string Prefix = "application/";
        var bare = type.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? type.AsSpan(Prefix.Length) : type;
        foreach (var known in types)
        {
            if (bare.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
