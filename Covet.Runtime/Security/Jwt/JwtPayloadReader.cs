using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Json;

namespace Covet;

/// <summary>Reads the claims of a verified token in one pass, and checks the registered ones (RFC 7519 section 4.1).</summary>
internal ref struct JwtPayloadReader(JwtPolicy policy, IReadOnlyList<string> moreIssuers)
{
    private static readonly DateTimeOffset LastInstant = DateTimeOffset.MaxValue;

    private NameSet names;
    private long? expires;
    private long? notBefore;
    private long? issuedAt;
    private string? issuer;
    private bool audienceMatches;

    /// <summary>When the token expires, in seconds since 1970.</summary>
    public readonly long? Expires => expires;

    public JwtError Read(ReadOnlySpan<byte> json, string authenticationType, long now, out ClaimsIdentity? identity)
    {
        identity = null;
        try
        {
            var claims = new ClaimsIdentity(null, authenticationType, policy.NameClaimType, policy.RoleClaimType);
            var error = ReadClaims(json, claims);
            if (error == JwtError.None)
            {
                error = Check(now);
            }

            identity = error == JwtError.None ? claims : null;
            return error;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no valid UTF-16 after unescaping.
            return JwtError.Malformed;
        }
    }

    private JwtError ReadClaims(ReadOnlySpan<byte> json, ClaimsIdentity identity)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return JwtError.Malformed;
        }

        issuer = policy.OnlyIssuer ?? FindIssuer(json);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JwtClaimNames.Get(ref reader);
            if (!names.Add(name))
            {
                return JwtError.DuplicateName;
            }

            reader.Read();
            var error = ReadRegistered(ref reader, name);
            if (error != JwtError.None)
            {
                return error;
            }

            AddClaims(ref reader, json, name, identity);
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? JwtError.None : JwtError.Malformed;
    }

    private JwtError ReadRegistered(ref Utf8JsonReader reader, string name)
    {
        switch (name)
        {
            case "exp":
                return ReadDate(ref reader, out expires);
            case "nbf":
                return ReadDate(ref reader, out notBefore);
            case "iat":
                return ReadDate(ref reader, out issuedAt);
            case "iss":
                return ReadIssuer(ref reader);
            case "aud":
                return ReadAudience(reader);
            case "sub" or "jti":
                return reader.TokenType == JsonTokenType.String ? JwtError.None : JwtError.ClaimValue;
            default:
                return JwtError.None;
        }
    }

    private JwtError ReadIssuer(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return JwtError.ClaimValue;
        }

        if (!policy.ValidateIssuer)
        {
            return JwtError.None;
        }

        foreach (var known in policy.Issuers)
        {
            if (reader.ValueTextEquals(known))
            {
                return JwtError.None;
            }
        }

        foreach (var known in moreIssuers)
        {
            if (reader.ValueTextEquals(known))
            {
                return JwtError.None;
            }
        }

        return JwtError.Issuer;
    }

    // The reader is a copy: the claims are made from the same value afterwards.
    private JwtError ReadAudience(Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            audienceMatches = IsAudience(ref reader);
            return JwtError.None;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return JwtError.ClaimValue;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return JwtError.ClaimValue;
            }

            audienceMatches |= IsAudience(ref reader);
        }

        return JwtError.None;
    }

    private readonly bool IsAudience(ref Utf8JsonReader reader)
    {
        foreach (var known in policy.Audiences)
        {
            if (reader.ValueTextEquals(known))
            {
                return true;
            }
        }

        return false;
    }

    private static JwtError ReadDate(ref Utf8JsonReader reader, out long? seconds)
    {
        seconds = null;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return JwtError.ClaimValue;
        }

        // A NumericDate may have a fraction (RFC 7519 section 2).
        if (!reader.TryGetInt64(out var value))
        {
            if (!reader.TryGetDouble(out var number) || !(number >= 0 && number < 1e15))
            {
                return JwtError.ClaimValue;
            }

            value = (long)number;
        }

        if (value < 0 || value > LastInstant.ToUnixTimeSeconds())
        {
            return JwtError.ClaimValue;
        }

        seconds = value;
        return JwtError.None;
    }

    private readonly JwtError Check(long now)
    {
        if (policy.ValidateIssuer && !HasName("iss"))
        {
            return JwtError.Issuer;
        }

        if (policy.ValidateAudience && !audienceMatches)
        {
            return JwtError.Audience;
        }

        if (expires is { } exp ? now >= exp + policy.ExpirationLeeway : policy.RequireExpiration)
        {
            return JwtError.Expired;
        }

        return notBefore > now + policy.ClockSkew || issuedAt > now + policy.ClockSkew ? JwtError.NotYetValid : JwtError.None;
    }

    private readonly bool HasName(string name)
    {
        var copy = names;
        return !copy.Add(name);
    }

    private readonly void AddClaims(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string name, ClaimsIdentity identity)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            AddClaim(ref reader, json, name, identity);
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            AddClaim(ref reader, json, name, identity);
        }
    }

    private readonly void AddClaim(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string name, ClaimsIdentity identity)
    {
        string value;
        string type;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                value = name == "iss" && policy.OnlyIssuer is { } only ? only : reader.GetString()!;
                type = ClaimValueTypes.String;
                break;
            case JsonTokenType.Number:
                value = Encoding.ASCII.GetString(reader.ValueSpan);
                type = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                    ? ClaimValueTypes.Integer64
                    : ClaimValueTypes.Double;
                break;
            case JsonTokenType.True:
                (value, type) = ("true", ClaimValueTypes.Boolean);
                break;
            case JsonTokenType.False:
                (value, type) = ("false", ClaimValueTypes.Boolean);
                break;
            case JsonTokenType.Null:
                return;
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                value = Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
                type = "JSON";
                break;
        }

        identity.AddClaim(new Claim(name, value, type, issuer, issuer, identity));
    }

    // Claims carry their issuer; where several are accepted it is looked up before the pass.
    private static string FindIssuer(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("iss"u8);
            reader.Read();
            if (found && reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString()!;
            }

            reader.Skip();
        }

        return ClaimsIdentity.DefaultIssuer;
    }
}
