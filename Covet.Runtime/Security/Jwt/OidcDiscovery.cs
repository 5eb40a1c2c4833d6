using System.Text.Json;

namespace Covet;

/// <summary>What is needed of a discovery document (OpenID Connect Discovery 1.0 section 3).</summary>
internal sealed record OidcDiscovery(string Issuer, string JwksUri)
{
    public static OidcDiscovery Parse(ReadOnlySpan<byte> utf8Json)
    {
        string? issuer = null;
        string? jwksUri = null;
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = 16 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new FormatException("A discovery document is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIssuer = reader.ValueTextEquals("issuer"u8);
            var isJwksUri = reader.ValueTextEquals("jwks_uri"u8);
            reader.Read();
            if (isIssuer && reader.TokenType == JsonTokenType.String)
            {
                issuer = reader.GetString();
            }
            else if (isJwksUri && reader.TokenType == JsonTokenType.String)
            {
                jwksUri = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return issuer is null || jwksUri is null
            ? throw new FormatException("A discovery document names its issuer and its jwks_uri.")
            : new OidcDiscovery(issuer, jwksUri);
    }
}
