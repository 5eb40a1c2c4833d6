using System.Text.Json;

namespace Covet;

/// <summary>
/// Keys that an issuer publishes, fetched once and kept. They are fetched again in the background when they grow old, and
/// at once when a token names a key that is not among them, but then no more often than the interval allows, so that
/// invented <c>kid</c>s cannot turn this server against the issuer.
/// </summary>
internal sealed class RemoteJwtKeys : JwtKeySource, IDisposable
{
    private const int MaxDocumentBytes = 512 * 1024;

    // For a whole document: the client's own timeout ends with the headers, and an issuer may stall after them.
    private static readonly TimeSpan DocumentTimeout = TimeSpan.FromSeconds(10);

    private readonly JwtValidationOptions options;
    private readonly IReadOnlyList<JwtKey> fixedKeys;
    private readonly HttpClient client;
    private readonly SemaphoreSlim gate = new(1, 1);
    private JwtKeySet current;
    private long fetchedAt = long.MinValue;
    private long triedAt = long.MinValue;
    private int refreshing;

    private RemoteJwtKeys(JwtValidationOptions options)
    {
        this.options = options;
        fixedKeys = [.. options.Keys];
        current = new JwtKeySet(fixedKeys, []);
        client = options.Backchannel ?? MakeClient();
    }

    /// <summary>The keys known now; starts a fetch in the background when they are old.</summary>
    public override JwtKeySet Current
    {
        get
        {
            var fetched = Volatile.Read(ref fetchedAt);
            if (fetched != long.MinValue
                && options.TimeProvider.GetElapsedTime(fetched) > options.KeyLifetime
                && MayTry()
                && Interlocked.Exchange(ref refreshing, 1) == 0)
            {
                _ = RefreshInBackgroundAsync();
            }

            return Volatile.Read(ref current);
        }
    }

    public static JwtKeySource? For(JwtValidationOptions options) =>
        options.Authority is null && options.MetadataAddress is null && options.JwksAddress is null ? null : new RemoteJwtKeys(options);

    /// <inheritdoc/>
    public override async ValueTask<JwtKeySet> RefreshAsync(JwtKeySet tried, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(tried, current) || !MayTry())
            {
                return current;
            }

            Volatile.Write(ref triedAt, options.TimeProvider.GetTimestamp());

            // A caller that hangs up must not end a fetch that others need.
            var fetched = await FetchAsync(CancellationToken.None);
            Volatile.Write(ref current, fetched);
            Volatile.Write(ref fetchedAt, options.TimeProvider.GetTimestamp());
            return fetched;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or FormatException or JsonException or OperationCanceledException or InvalidOperationException)
        {
            // The issuer cannot be reached or answers nonsense: the keys that are known stay in force.
            return current;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        client.Dispose();
    }

    private static HttpClient MakeClient()
    {
#pragma warning disable CA2000 // The client disposes of it.
        var handler = new SocketsHttpHandler
        {
            // A redirect could leave HTTPS or the issuer.
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#pragma warning restore CA2000
        return new HttpClient(handler, disposeHandler: true) { Timeout = TimeSpan.FromSeconds(10) };
    }

    private bool MayTry()
    {
        var tried = Volatile.Read(ref triedAt);
        return tried == long.MinValue || options.TimeProvider.GetElapsedTime(tried) >= options.RefreshInterval;
    }

    private async Task RefreshInBackgroundAsync()
    {
        try
        {
            await RefreshAsync(Volatile.Read(ref current), CancellationToken.None);
        }
        finally
        {
            Volatile.Write(ref refreshing, 0);
        }
    }

    private async Task<JwtKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        var issuers = new List<string>();
        var address = options.JwksAddress;
        if (address is null)
        {
            var metadata = options.MetadataAddress ?? options.Authority!.TrimEnd('/') + "/.well-known/openid-configuration";
            var discovery = OidcDiscovery.Parse(await GetAsync(metadata, cancellationToken));

            // The document must speak for the authority that was asked (OpenID Connect Discovery 1.0 section 4.3).
            if (options.Authority is { } authority && !string.Equals(discovery.Issuer.TrimEnd('/'), authority.TrimEnd('/'), StringComparison.Ordinal))
            {
                throw new FormatException("The discovery document names another issuer.");
            }

            issuers.Add(discovery.Issuer);
            address = discovery.JwksUri;
        }

        var keys = JwksParser.Parse(await GetAsync(address, cancellationToken), allowSecrets: false);
        return new JwtKeySet([.. fixedKeys, .. keys], issuers);
    }

    private async Task<byte[]> GetAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && (options.RequireHttps || uri.Scheme != Uri.UriSchemeHttp)))
        {
            throw new FormatException("Keys are fetched over HTTPS only.");
        }

        using var timeout = new CancellationTokenSource(DocumentTimeout, options.TimeProvider);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException("The issuer did not answer with its keys.", null, response.StatusCode);
        }

        if (response.Content.Headers.ContentLength > MaxDocumentBytes)
        {
            throw new FormatException("The issuer's document is too long.");
        }

        await using var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
        var buffer = new byte[MaxDocumentBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, deadline.Token);
        return length > MaxDocumentBytes ? throw new FormatException("The issuer's document is too long.") : buffer[..length];
    }
}
