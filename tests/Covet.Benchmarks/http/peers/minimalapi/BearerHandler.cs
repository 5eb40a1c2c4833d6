using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MinimalApiPeer;

/// <summary>
/// A bearer handler by hand: the same checks as JwtBearer with far less work a request, so that this side is not the slower
/// for a library's sake.
/// </summary>
internal sealed class BearerHandler(IOptionsMonitor<BearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<BearerOptions>(options, logger, encoder)
{
    private static readonly byte[] Key = "a-key-for-benchmarks-only-32-byte"u8.ToArray();

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? authorization = Request.Headers.Authorization;
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var principal = Verify(authorization.AsSpan("Bearer ".Length));
        return Task.FromResult(principal is null
            ? AuthenticateResult.Fail("The token is not valid.")
            : AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name)));
    }

    private static ClaimsPrincipal? Verify(ReadOnlySpan<char> token)
    {
        if (token.Length > 1024)
        {
            return null;
        }

        Span<byte> text = stackalloc byte[token.Length];
        if (!Encoding.ASCII.TryGetBytes(token, text, out _))
        {
            return null;
        }

        var first = text.IndexOf((byte)'.');
        var last = text.LastIndexOf((byte)'.');
        if (first < 0 || last == first)
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[32];
        Span<byte> buffer = stackalloc byte[token.Length];
        HMACSHA256.HashData(Key, text[..last], expected);
        return TryDecode(text[(last + 1)..], buffer, out var length) && CryptographicOperations.FixedTimeEquals(buffer[..length], expected)
            && TryDecode(text[..first], buffer, out length) && IsHs256(buffer[..length])
            && TryDecode(text[(first + 1)..last], buffer, out length)
                ? Read(buffer[..length])
                : null;
    }

    private static bool TryDecode(ReadOnlySpan<byte> part, Span<byte> into, out int length) =>
        Base64Url.DecodeFromUtf8(part, into, out _, out length) == System.Buffers.OperationStatus.Done;

    private static bool IsHs256(ReadOnlySpan<byte> header)
    {
        var reader = new Utf8JsonReader(header);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("alg"u8))
            {
                reader.Read();
                return reader.ValueTextEquals("HS256"u8);
            }
        }

        return false;
    }

    private static ClaimsPrincipal? Read(ReadOnlySpan<byte> payload)
    {
        string? subject = null;
        bool issuer = false, audience = false, fresh = false;
        var reader = new Utf8JsonReader(payload);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("sub"u8))
            {
                reader.Read();
                subject = reader.GetString();
            }
            else if (reader.ValueTextEquals("iss"u8))
            {
                reader.Read();
                issuer = reader.ValueTextEquals("covet-bench"u8);
            }
            else if (reader.ValueTextEquals("aud"u8))
            {
                reader.Read();
                audience = reader.ValueTextEquals("covet-bench"u8);
            }
            else if (reader.ValueTextEquals("exp"u8))
            {
                reader.Read();
                fresh = reader.GetInt64() > DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            }
        }

        return subject is null || !issuer || !audience || !fresh
            ? null
            : new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", subject)], "Bearer", "sub", "role"));
    }
}
