using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Covet.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>
/// Does the work of a POST or PATCH once for each <c>Idempotency-Key</c>, and gives its answer again to a retry
/// (draft-ietf-httpapi-idempotency-key-header). A key belongs to its user and endpoint. A missing key is 400, a key with
/// another request 422, a key whose first request still runs 409. Failures of the server (500 and above) are not kept. The work is not
/// cancelled where its caller hangs up, only by a timeout (<c>[RequestTimeout]</c>), as its answer is kept for the retry.
/// </summary>
/// <example><code>[Post, Idempotent] public Task&lt;Receipt&gt; Pay(Payment body) => ...</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class IdempotentAttribute : Attribute, IEndpointWrapper
{
    private const int MaxKeyLength = 255;

    private string lifetime = "1d";
    private int maxBytes = 1024 * 1024;

    /// <summary>Whether a request without a key is refused; true by default.</summary>
    public bool Required { get; set; } = true;

    /// <summary>How long an answer is remembered: <c>1s</c> to <c>366d</c>; <c>1d</c> by default.</summary>
    /// <exception cref="ArgumentException">The text is no such time; an attribute that says so does not compile (CVT0703).</exception>
    public string Lifetime
    {
        get => lifetime;
        set => lifetime = LimitRules.RefuseLifetime(value) is { } reason ? throw new ArgumentException($"{nameof(IdempotentAttribute)}.{nameof(Lifetime)}: {reason}.", nameof(Lifetime)) : value;
    }

    /// <summary>The largest answer that is remembered: 1 byte to 1 GiB; 1 MiB by default. A larger one is sent, and its key freed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is none of these; an attribute that says so does not compile (CVT0703).</exception>
    public int MaxBytes
    {
        get => maxBytes;
        set => maxBytes = OptionRange.Check(value, 1, LimitRules.MostHeldBytes, nameof(IdempotentAttribute));
    }

    int IEndpointWrapper.Order => WrapperOrder.Idempotency;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline)
    {
        var period = Period.Parse(Lifetime);
        return context => HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsPatch(context.Request.Method)
            ? InvokeAsync(context, next, context.RequestServices.GetService<IIdempotencyStore>() ?? pipeline.DefaultIdempotencyStore.Value, period)
            : next(context);
    }

    private async Task InvokeAsync(HttpContext context, RequestDelegate next, IIdempotencyStore store, TimeSpan period)
    {
        var header = context.Request.Headers["Idempotency-Key"];
        if (header.Count == 0 && !Required)
        {
            await next(context);
            return;
        }

        if (header.Count != 1 || Unquote(header[0]) is not { Length: > 0 and <= MaxKeyLength } sent)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "The request needs one header Idempotency-Key, of 1 to 255 characters.");
            return;
        }

        var key = KeyOf(context, sent);
        var fingerprint = await IdempotencyFingerprint.ComputeAsync(context);

        // Not to be cancelled: a key that was taken without anybody knowing would be taken for its lifetime.
        var known = await store.TryBeginAsync(key, fingerprint, period, CancellationToken.None);
        if (ReferenceEquals(known, IdempotencyEntry.Full))
        {
            context.Response.Headers.RetryAfter = "60";
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "No more keys can be remembered now.");
        }
        else if (known is null)
        {
            await FirstAsync(context, next, store, key);
        }
        else if (known.Fingerprint != fingerprint)
        {
            await Problem.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used for another request.");
        }
        else if (known.Response is { } response)
        {
            await ReplayAsync(context, response);
        }
        else
        {
            await Problem.WriteAsync(context, StatusCodes.Status409Conflict, "A request with this Idempotency-Key is being worked on.");
        }
    }

    // The draft's key is a string of RFC 9651, in quotes; many clients leave these away.
    private static string? Unquote(string? value) =>
        value is ['"', .. var inner, '"'] ? inner : value;

    private static string KeyOf(HttpContext context, string sent)
    {
        var user = CallerName.OfUser(context.User);
        var text = $"{user.Length}:{user}{context.Request.Method} {context.GetEndpoint()?.DisplayName}\n{sent}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static async Task ReplayAsync(HttpContext context, IdempotentResponse response)
    {
        context.Response.StatusCode = response.StatusCode;
        IdempotentHeaders.Replay(context.Response, response.Headers);
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (response.Body.Length > 0)
        {
            context.Response.ContentLength = response.Body.Length;
            await ResponseBuffer.SendAsync(context, response.Body);
        }
    }

    private async Task FirstAsync(HttpContext context, RequestDelegate next, IIdempotencyStore store, string key)
    {
        var completed = false;
        try
        {
            var headers = new IdempotentHeaders(context.Response);
            using var work = new IdempotentWork(context);
            await using var buffer = ResponseBuffer.Start(context, MaxBytes, work.Leave);
            await next(context);
            var body = await buffer.TakeAsync();
            var response = context.Response;
            if (!buffer.HasLeft && !response.HasStarted)
            {
                if (response.StatusCode < StatusCodes.Status500InternalServerError)
                {
                    // Kept before it is sent: the work is done, whether or not the caller is still there, and whether or not the store can say
                    // so: a key whose answer could not be kept stays taken, as nobody knows what reached the store.
                    completed = true;
                    await store.CompleteAsync(key, new IdempotentResponse(response.StatusCode, headers.Changed(), body.ToArray()), CancellationToken.None);
                }

                if (body.Length > 0)
                {
                    response.ContentLength ??= body.Length;
                    await ResponseBuffer.SendAsync(context, body);
                }
            }
        }
        finally
        {
            if (!completed)
            {
                await store.AbandonAsync(key, CancellationToken.None);
            }
        }
    }
}
