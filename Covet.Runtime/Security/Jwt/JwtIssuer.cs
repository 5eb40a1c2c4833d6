using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Covet;

/// <summary>Issues signed tokens for applications that log users in themselves. Safe for all threads.</summary>
/// <example>
/// <code>
/// var token = issuer.Issue(user.Id, [new Claim("name", user.Name), new Claim("roles", "editor")]);
/// </code>
/// </example>
public sealed class JwtIssuer
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "iss", "aud", "exp", "nbf", "iat", "jti", "sub" };

    private readonly JwtIssuerOptions options;
    private readonly JwtKey key;
    private readonly string header;

    /// <summary>Checks the options.</summary>
    /// <param name="options">The issuer's name, audience and key.</param>
    /// <exception cref="InvalidOperationException">A name is missing, or the key cannot sign.</exception>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public JwtIssuer(JwtIssuerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        this.options = options;
        key = options.Key!;
        KeyId = key.KeyId ?? (key.PublicJwk() is { } jwk ? JwkThumbprint.Compute(jwk) : null);
        header = Header();
    }

    /// <summary>The <c>kid</c> in tokens: that of the key, otherwise the thumbprint of a public key (RFC 7638).</summary>
    public string? KeyId { get; }

    /// <summary>Issues a token.</summary>
    /// <param name="subject">The <c>sub</c>: who the token is about.</param>
    /// <param name="claims">More claims; several of one type become an array. Registered claims cannot be given here.</param>
    /// <param name="lifetime">How long it is valid; null for the issuer's lifetime.</param>
    /// <exception cref="ArgumentException">A claim is one that the issuer sets itself, or the lifetime is none from 1 second to 10 years.</exception>
    public string Issue(string subject, IEnumerable<Claim>? claims = null, TimeSpan? lifetime = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        JwtIssuerOptions.CheckLifetime(lifetime ?? options.Lifetime);
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body))
        {
            WriteClaims(writer, subject, claims ?? [], lifetime ?? options.Lifetime);
        }

        var input = header + "." + Base64Url.EncodeToString(body.WrittenSpan);
        return input + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(input)));
    }

    /// <summary>The public keys as a JSON Web Key Set (RFC 7517), for others who verify; empty where the key is a secret.</summary>
    public byte[] PublicKeySet()
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("keys"u8);
            if (key.PublicJwk() is { } members)
            {
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    writer.WriteString(name, value);
                }

                writer.WriteString("use"u8, "sig"u8);
                writer.WriteString("alg"u8, JwtAlgorithms.Name(key.Algorithm));
                writer.WriteString("kid"u8, KeyId);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    private string Header()
    {
        var body = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("alg"u8, JwtAlgorithms.Name(key.Algorithm));
            writer.WriteString("typ"u8, options.Type);
            if (KeyId is not null)
            {
                writer.WriteString("kid"u8, KeyId);
            }

            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(body.WrittenSpan);
    }

    private void WriteClaims(Utf8JsonWriter writer, string subject, IEnumerable<Claim> claims, TimeSpan lifetime)
    {
        var now = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        writer.WriteStartObject();
        writer.WriteString("iss"u8, options.Issuer);
        writer.WriteString("sub"u8, subject);
        writer.WriteString("aud"u8, options.Audience);
        writer.WriteNumber("iat"u8, now);
        writer.WriteNumber("nbf"u8, now);
        writer.WriteNumber("exp"u8, now + (long)lifetime.TotalSeconds);
        writer.WriteString("jti"u8, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
        foreach (var group in claims.GroupBy(c => c.Type, StringComparer.Ordinal))
        {
            if (Reserved.Contains(group.Key))
            {
                throw new ArgumentException($"The issuer sets the claim '{group.Key}' itself.", nameof(claims));
            }

            writer.WritePropertyName(group.Key);
            var values = group.ToList();
            if (values.Count > 1)
            {
                writer.WriteStartArray();
            }

            foreach (var claim in values)
            {
                WriteValue(writer, claim);
            }

            if (values.Count > 1)
            {
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Claim claim)
    {
        switch (claim.ValueType)
        {
            case ClaimValueTypes.Boolean:
                writer.WriteBooleanValue(bool.Parse(claim.Value));
                break;
            case ClaimValueTypes.Integer or ClaimValueTypes.Integer32 or ClaimValueTypes.Integer64:
                writer.WriteNumberValue(long.Parse(claim.Value, CultureInfo.InvariantCulture));
                break;
            case ClaimValueTypes.Double:
                writer.WriteNumberValue(double.Parse(claim.Value, CultureInfo.InvariantCulture));
                break;
            case "JSON":
                writer.WriteRawValue(claim.Value);
                break;
            default:
                writer.WriteStringValue(claim.Value);
                break;
        }
    }
}
