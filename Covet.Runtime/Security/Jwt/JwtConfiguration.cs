using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Covet;

/// <summary>Reads the scheme's options from configuration by hand: the binder would reflect.</summary>
internal static class JwtConfiguration
{
    public static void Apply(CovetJwtBearerOptions options, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var validation = options.Validation;
        options.Authority = section["Authority"] ?? options.Authority;
        options.HeaderScheme = section["HeaderScheme"] ?? options.HeaderScheme;
        options.Realm = section["Realm"] ?? options.Realm;
        validation.JwksAddress = section["JwksAddress"] ?? validation.JwksAddress;
        validation.MetadataAddress = section["MetadataAddress"] ?? validation.MetadataAddress;
        validation.NameClaimType = section["NameClaimType"] ?? validation.NameClaimType;
        validation.RoleClaimType = section["RoleClaimType"] ?? validation.RoleClaimType;
        validation.RequireHttps = Flag(section, "RequireHttpsMetadata", validation.RequireHttps);
        validation.ValidateIssuer = Flag(section, "ValidateIssuer", validation.ValidateIssuer);
        validation.ValidateAudience = Flag(section, "ValidateAudience", validation.ValidateAudience);
        validation.ClockSkew = Span(section, "ClockSkew", validation.ClockSkew);
        validation.ExpirationLeeway = Span(section, "ExpirationLeeway", validation.ExpirationLeeway);
        AddAll(validation.Issuers, section, "Issuer", "ValidIssuer", "ValidIssuers");
        AddAll(validation.Audiences, section, "Audience", "ValidAudience", "ValidAudiences");
        foreach (var key in section.GetSection("SigningKeys").GetChildren())
        {
            validation.Keys.Add(Key(key));
        }
    }

    // "Value" and "Id" are what `dotnet user-jwts` writes.
    private static JwtKey Key(IConfigurationSection section)
    {
        var keyId = section["KeyId"] ?? section["Id"];
        var named = section["Algorithm"];
        var algorithm = named is null ? JwtAlgorithm.HS256 : JwtAlgorithms.Parse(System.Text.Encoding.UTF8.GetBytes(named));
        if ((section["Secret"] ?? section["Value"]) is { } secret)
        {
            return JwtKey.FromBase64Secret(secret, algorithm, keyId);
        }

        var pem = section["Pem"] ?? (section["PemFile"] is { } file ? File.ReadAllText(file) : null);
        return pem is null || named is null
            ? throw new InvalidOperationException($"{section.Path} needs Secret, or Algorithm with Pem or PemFile.")
            : JwtKey.FromPem(pem, algorithm, keyId);
    }

    private static void AddAll(IList<string> list, IConfiguration section, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (section[name] is { Length: > 0 } value)
            {
                list.Add(value);
            }

            foreach (var child in section.GetSection(name).GetChildren())
            {
                if (child.Value is { Length: > 0 } item)
                {
                    list.Add(item);
                }
            }
        }
    }

    private static bool Flag(IConfiguration section, string name, bool fallback) =>
        section[name] is { } text ? bool.Parse(text) : fallback;

    private static TimeSpan Span(IConfiguration section, string name, TimeSpan fallback) =>
        section[name] is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : fallback;
}
