using System.Net;
using System.Text;

namespace HttpApp;

/// <summary>An issuer that publishes its keys by discovery, without a network; it counts how often it is asked, rotates, and fails when it is told to.</summary>
internal sealed class KeySetHandler : HttpMessageHandler
{
    private static int fetches;
    private static int silences;

    public static TurnedClock Clock { get; } = new();

    /// <summary>How often it was asked for what it does not answer.</summary>
    public static int Silences => Volatile.Read(ref silences);

    public static int Fetches => Volatile.Read(ref fetches);

    /// <summary>The key's name, and how the answer is: <c>well</c>, <c>error</c>, <c>nonsense</c>, <c>broken</c>, <c>huge</c>, <c>redirect</c> or <c>impostor</c>;
    /// <c>silent</c>, <c>silent-keys</c> and <c>silent-body</c> never answer: at all, for the keys, or after the keys' headers.</summary>
    public static (string KeyId, string Kind) Answer { get; set; } = ("first", "well");

    /// <summary>Says nothing until nobody waits any more.</summary>
    public static Task SilenceAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref silences);
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Others come meanwhile, who must wait for this answer and not ask again.
        await Task.Yield();
        var (keyId, kind) = Answer;
        if (request.RequestUri!.AbsolutePath == "/.well-known/openid-configuration")
        {
            Interlocked.Increment(ref fetches);
            if (kind == "silent")
            {
                await SilenceAsync(cancellationToken);
            }

            var issuer = kind == "impostor" ? "https://evil.test" : SecurityKeys.Issuer;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"issuer":"{{issuer}}","jwks_uri":"{{issuer}}/keys"}""") };
        }

        if (kind == "silent-keys")
        {
            await SilenceAsync(cancellationToken);
        }

        var response = new HttpResponseMessage(kind switch
        {
            "error" => HttpStatusCode.InternalServerError,
            "redirect" => HttpStatusCode.Found,
            _ => HttpStatusCode.OK,
        });
        response.Headers.Location = kind == "redirect" ? new Uri("https://evil.test/keys") : null;
        response.Content = kind switch
        {
            "nonsense" => new StringContent("<html>"),
            "broken" => new StreamContent(new BrokenStream()),
            "silent-body" => new StreamContent(new SilentStream()),
            "huge" => new StringContent(new string(' ', 600_000)),
            _ => new StringContent(KeySet(keyId), Encoding.UTF8, "application/json"),
        };
        return response;
    }

    // A secret and the public key as a secret stand beside it: neither may become one.
    private static string KeySet(string keyId)
    {
        var key = SecurityKeys.Rsa.ExportParameters(false);
        var (modulus, exponent) = (System.Buffers.Text.Base64Url.EncodeToString(key.Modulus), System.Buffers.Text.Base64Url.EncodeToString(key.Exponent));
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{keyId}}","n":"{{modulus}}","e":"{{exponent}}"},{"kty":"oct","kid":"hmac","k":"{{System.Buffers.Text.Base64Url.EncodeToString(SecurityKeys.Secret)}}"}]}""";
    }

    /// <summary>A connection that ends in the middle of a document.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public BrokenStream()
            : base(Encoding.UTF8.GetBytes("{\"keys\":["))
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The connection was closed.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("The connection was closed."));
    }
}
