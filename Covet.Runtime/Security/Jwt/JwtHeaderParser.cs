using System.Text.Json;

namespace Covet;

/// <summary>Reads a JOSE header (RFC 7515 section 4), refusing what could steer validation from outside.</summary>
internal static class JwtHeaderParser
{
    private const int MaxKeyIdLength = 256;

    public static JwtError Parse(ReadOnlySpan<byte> json, out JwtHeader? header)
    {
        header = null;
        try
        {
            return ParseCore(json, out header);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no valid UTF-16 after unescaping.
            return JwtError.Malformed;
        }
    }

    private static JwtError ParseCore(ReadOnlySpan<byte> json, out JwtHeader? header)
    {
        header = null;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return JwtError.Malformed;
        }

        var algorithm = JwtAlgorithm.Unspecified;
        string? keyId = null;
        string? type = null;
        var names = default(NameSet);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!names.Add(name))
            {
                return JwtError.DuplicateName;
            }

            reader.Read();
            switch (name)
            {
                case "alg":
                    algorithm = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped
                        ? JwtAlgorithms.Parse(reader.ValueSpan)
                        : JwtAlgorithm.Unspecified;
                    break;
                case "kid":
                    if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > MaxKeyIdLength)
                    {
                        return JwtError.Malformed;
                    }

                    keyId = reader.GetString();
                    break;
                case "typ":
                    if (reader.TokenType != JsonTokenType.String)
                    {
                        return JwtError.Malformed;
                    }

                    type = reader.GetString();
                    break;

                // Extensions are none of ours (section 4.1.11); the others name keys that the sender chose (RFC 8725
                // section 3.10), or say that the payload is compressed, encrypted or another token.
                case "crit" or "b64" or "jku" or "jwk" or "x5u" or "x5c" or "zip" or "enc" or "cty":
                    return JwtError.RefusedHeader;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
        {
            return JwtError.Malformed;
        }

        header = new JwtHeader(algorithm, keyId, type);
        return JwtError.None;
    }
}
