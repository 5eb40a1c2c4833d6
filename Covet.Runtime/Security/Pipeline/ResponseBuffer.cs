using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>Holds a response's body back until the endpoint is done; lets it go where it grows past a limit.</summary>
internal sealed class ResponseBuffer : IAsyncDisposable
{
    private readonly HttpContext context;
    private readonly IHttpResponseBodyFeature inner;
    private readonly HoldingStream stream;
    private readonly StreamResponseBodyFeature feature;

    private ResponseBuffer(HttpContext context, int limit, Func<bool>? mayLeave)
    {
        this.context = context;
        inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        stream = new HoldingStream(inner, limit, mayLeave);
        feature = new StreamResponseBodyFeature(stream);
        context.Features.Set<IHttpResponseBodyFeature>(feature);
    }

    /// <summary>Whether the body grew past the limit and is on its way.</summary>
    public bool HasLeft => stream.HasLeft;

    /// <summary>Begins to hold back.</summary>
    /// <param name="context">The request.</param>
    /// <param name="limit">The bytes that are held at most.</param>
    /// <param name="mayLeave">Asked where the body grows past the limit; false forgets the body, as the answer will have none of it.</param>
    public static ResponseBuffer Start(HttpContext context, int limit, Func<bool>? mayLeave = null) => new(context, limit, mayLeave);

    /// <summary>
    /// Sends a body that was held back. It is not cancelled where the caller hangs up: the server drops what it cannot send, but logs a
    /// failure of the application where less is written than was announced.
    /// </summary>
    public static ValueTask SendAsync(HttpContext context, ReadOnlyMemory<byte> body) => context.Response.Body.WriteAsync(body, CancellationToken.None);

    /// <summary>Ends holding back: gives the body, and puts the response's own feature in place.</summary>
    public async Task<ReadOnlyMemory<byte>> TakeAsync()
    {
        await feature.CompleteAsync();
        context.Features.Set(inner);
        return stream.Held;
    }

    public async ValueTask DisposeAsync()
    {
        if (ReferenceEquals(context.Features.Get<IHttpResponseBodyFeature>(), feature))
        {
            // The endpoint threw: nothing of its body is sent.
            context.Features.Set(inner);
        }

        feature.Dispose();
        await stream.DisposeAsync();
    }
}
