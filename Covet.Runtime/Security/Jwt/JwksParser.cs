using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Covet;

/// <summary>Reads key sets (RFC 7517) without reflection, leaving out what cannot verify a signature.</summary>
internal static class JwksParser
{
    private const int MaxKeys = 128;

    public static IReadOnlyList<JwtKey> Parse(ReadOnlySpan<byte> utf8Json, bool allowSecrets)
    {
        var keys = new List<JwtKey>();
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = 16 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("A key set is a JSON object (RFC 7517 section 5).");
            }

            if (!FindKeys(ref reader))
            {
                reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = 16 });
                reader.Read();
                Add(keys, ref reader, allowSecrets);
                return keys;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject && keys.Count < MaxKeys)
            {
                Add(keys, ref reader, allowSecrets);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("The key set is not well-formed JSON.", exception);
        }

        return keys;
    }

    private static bool FindKeys(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("keys"u8);
            reader.Read();
            if (found && reader.TokenType == JsonTokenType.StartArray)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static void Add(List<JwtKey> keys, ref Utf8JsonReader reader, bool allowSecrets)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var verifies = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                members[name] = reader.GetString()!;
            }
            else if (name == "key_ops" && reader.TokenType == JsonTokenType.StartArray)
            {
                verifies = false;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    verifies |= reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("verify"u8) || reader.ValueTextEquals("sign"u8));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        if (verifies && members.GetValueOrDefault("use", "sig") == "sig" && Make(members, allowSecrets) is { } key)
        {
            keys.Add(key);
        }
    }

    private static JwtKey? Make(Dictionary<string, string> members, bool allowSecrets)
    {
        try
        {
            var keyId = members.GetValueOrDefault("kid");
            var named = members.TryGetValue("alg", out var alg);
            var algorithm = named ? JwtAlgorithms.Parse(System.Text.Encoding.UTF8.GetBytes(alg!)) : JwtAlgorithm.Unspecified;
            if (named && algorithm == JwtAlgorithm.Unspecified)
            {
                return null;
            }

            return members.GetValueOrDefault("kty") switch
            {
                "RSA" => new JwtRsaKey(Rsa(members), algorithm, keyId),
                "EC" => Ec(members, algorithm, keyId),
                "oct" when allowSecrets => new JwtHmacKey(Bytes(members, "k")!, named ? algorithm : JwtAlgorithm.HS256, keyId),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or CryptographicException)
        {
            // One key that is broken or too weak must not take the others with it.
            return null;
        }
    }

    private static RSAParameters Rsa(Dictionary<string, string> members) => new()
    {
        Modulus = Bytes(members, "n") ?? throw new FormatException(),
        Exponent = Bytes(members, "e") ?? throw new FormatException(),
        D = Bytes(members, "d"),
        P = Bytes(members, "p"),
        Q = Bytes(members, "q"),
        DP = Bytes(members, "dp"),
        DQ = Bytes(members, "dq"),
        InverseQ = Bytes(members, "qi"),
    };

    private static JwtEcKey? Ec(Dictionary<string, string> members, JwtAlgorithm algorithm, string? keyId)
    {
        var byCurve = members.GetValueOrDefault("crv") switch
        {
            "P-256" => JwtAlgorithm.ES256,
            "P-384" => JwtAlgorithm.ES384,
            "P-521" => JwtAlgorithm.ES512,
            _ => JwtAlgorithm.Unspecified,
        };
        if (byCurve == JwtAlgorithm.Unspecified || (algorithm != JwtAlgorithm.Unspecified && algorithm != byCurve))
        {
            return null;
        }

        var parameters = new ECParameters
        {
            Curve = JwtEcKey.CurveOf(byCurve),
            Q = new ECPoint { X = Bytes(members, "x"), Y = Bytes(members, "y") },
            D = Bytes(members, "d"),
        };
        return new JwtEcKey(parameters, byCurve, keyId);
    }

    private static byte[]? Bytes(Dictionary<string, string> members, string name) =>
        members.TryGetValue(name, out var text) ? Base64Url.DecodeFromChars(text) : null;
}
