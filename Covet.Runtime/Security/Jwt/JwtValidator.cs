using System.Buffers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Covet;

/// <summary>Validates JSON Web Tokens in compact serialization (RFC 7519, with the practices of RFC 8725). Safe for all threads.</summary>
/// <example>
/// <code>
/// var options = new JwtValidationOptions { Issuers = { "https://login.example" }, Audiences = { "orders" }, Keys = { key } };
/// var result = await new JwtValidator(options).ValidateAsync(token);
/// </code>
/// </example>
public sealed class JwtValidator
{
    // The header of tokens of one issuer is the same text each time; it is remembered once a signature over it has held.
    private HeaderEntry? lastHeader;
    private readonly JwtPolicy policy;
    private readonly JwtKeySource? remote;
    private readonly JwtKeySet fixedKeys;

    /// <summary>Freezes the options.</summary>
    /// <param name="options">What a token must be.</param>
    /// <exception cref="InvalidOperationException">The options would accept anything, or have no key.</exception>
    public JwtValidator(JwtValidationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        policy = new JwtPolicy(options);
        fixedKeys = new JwtKeySet([.. options.Keys], []);
        remote = options.KeySource?.Invoke(options);
    }

    /// <summary>Validates a token; completes at once unless keys must be fetched.</summary>
    /// <param name="token">The token as it stands after the scheme in the header.</param>
    /// <param name="authenticationType">The authentication type of the identity.</param>
    /// <param name="cancellationToken">Ends waiting for keys.</param>
    public ValueTask<JwtValidationResult> ValidateAsync(string token, string authenticationType = "Bearer", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var keys = remote?.Current ?? fixedKeys;
        var result = Check(token, authenticationType, keys);
        return remote is null || result.Error is not (JwtError.UnknownKey or JwtError.Issuer)
            ? ValueTask.FromResult(result)
            : FetchAndValidateAsync(token, authenticationType, keys, result, cancellationToken);
    }

    internal JwtValidationResult Check(ReadOnlySpan<char> token, string authenticationType, JwtKeySet keys)
    {
        if (token.Length > policy.MaxTokenLength)
        {
            return new JwtValidationResult(JwtError.TooLong);
        }

        var first = token.IndexOf('.');
        var second = first < 0 ? -1 : token[(first + 1)..].IndexOf('.') + first + 1;
        if (first <= 0 || second <= first || token[(second + 1)..].Contains('.') || !JwtBase64.IsClean(token))
        {
            return new JwtValidationResult(JwtError.Malformed);
        }

        var size = token.Length * 2;
        byte[]? rented = null;
        Span<byte> buffer = size <= 2048 ? stackalloc byte[2048] : rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var ascii = buffer[..token.Length];
            Ascii.FromUtf16(token, ascii, out _);
            return Check(token, ascii, buffer[token.Length..], first, second, authenticationType, keys);
        }
        finally
        {
            // Claims are personal; the pool is shared with everything in the process.
            CryptographicOperations.ZeroMemory(buffer[..size]);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private JwtValidationResult Check(
        ReadOnlySpan<char> token,
        ReadOnlySpan<byte> ascii,
        Span<byte> scratch,
        int first,
        int second,
        string authenticationType,
        JwtKeySet keys)
    {
        var entry = Volatile.Read(ref lastHeader);
        var header = entry is not null && token[..first].SequenceEqual(entry.Text) ? entry.Header : null;
        var known = header is not null;
        if (header is null)
        {
            var error = ReadHeader(ascii[..first], scratch, out header);
            if (error != JwtError.None)
            {
                return new JwtValidationResult(error);
            }
        }

        if (!JwtBase64.TryDecode(ascii[(second + 1)..], scratch, out var signatureLength))
        {
            return new JwtValidationResult(JwtError.Malformed);
        }

        if (keys.Verify(header!, ascii[..second], scratch[..signatureLength], out var candidates) is null)
        {
            return new JwtValidationResult(candidates ? JwtError.Signature : JwtError.UnknownKey);
        }

        if (!known)
        {
            Volatile.Write(ref lastHeader, new HeaderEntry(token[..first].ToString(), header!));
        }

        if (!JwtBase64.TryDecode(ascii[(first + 1)..second], scratch, out var length))
        {
            return new JwtValidationResult(JwtError.Malformed);
        }

        var payload = new JwtPayloadReader(policy, keys.Issuers);
        var failure = payload.Read(scratch[..length], authenticationType, policy.TimeProvider.GetUtcNow().ToUnixTimeSeconds(), out var identity);
        return identity is null
            ? new JwtValidationResult(failure)
            : new JwtValidationResult(identity, payload.Expires is { } expires ? DateTimeOffset.FromUnixTimeSeconds(expires) : null);
    }

    private JwtError ReadHeader(ReadOnlySpan<byte> text, Span<byte> scratch, out JwtHeader? header)
    {
        header = null;
        if (!JwtBase64.TryDecode(text, scratch, out var length))
        {
            return JwtError.Malformed;
        }

        var error = JwtHeaderParser.Parse(scratch[..length], out header);
        if (error != JwtError.None)
        {
            return error;
        }

        if (!policy.Accepts(header!.Algorithm))
        {
            return JwtError.Algorithm;
        }

        return policy.AcceptsType(header.Type) ? JwtError.None : JwtError.Type;
    }

    private async ValueTask<JwtValidationResult> FetchAndValidateAsync(
        string token,
        string authenticationType,
        JwtKeySet tried,
        JwtValidationResult failed,
        CancellationToken cancellationToken)
    {
        var keys = await remote!.RefreshAsync(tried, cancellationToken);
        return ReferenceEquals(keys, tried) ? failed : Check(token, authenticationType, keys);
    }

    private sealed record HeaderEntry(string Text, JwtHeader Header);
}
