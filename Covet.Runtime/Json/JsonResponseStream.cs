using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Covet.Internal;

/// <summary>Writes an asynchronous sequence as a JSON array, an item at a time.</summary>
internal static class JsonResponseStream
{
    // Items that are ready at once are sent together up to this size.
    private const int FlushSize = 16 * 1024;

    public static async Task WriteAsync<T, TCodec>(HttpContext context, IAsyncEnumerable<T> values)
        where TCodec : struct, IJsonCodec<T>
    {
        var cancellation = context.RequestAborted;
        var body = context.Response.BodyWriter;
        var buffer = JsonBuffer.Rent();
        try
        {
            var items = values.GetAsyncEnumerator(cancellation);
            await using (items.ConfigureAwait(false))
            {
                var any = false;
                while (true)
                {
                    var next = items.MoveNextAsync().AsTask();
                    if (!next.IsCompleted || buffer.Written.Length >= FlushSize)
                    {
                        // A source that makes the client wait: what is there goes out first. A client that makes us wait: no more is asked for.
                        if (!await SendAsync(buffer, body, next, cancellation))
                        {
                            return;
                        }
                    }

                    if (!await next)
                    {
                        break;
                    }

                    WriteItem<T, TCodec>(buffer, items.Current, any);
                    any = true;
                }

                JsonWriter.EndStream(buffer, TCodec.Settings, any);
            }

            if (!context.Response.HasStarted)
            {
                context.Response.ContentLength = buffer.Written.Length;
            }

            _ = await body.WriteAsync(buffer.WrittenMemory, cancellation);
            JsonBuffer.Return(buffer);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && ClientIsGone(context))
        {
            // Nobody is there to read the rest. A sequence that ends by the token of the request does what it should.
        }
    }

    /// <summary>Whether the request was aborted by the client, and not by a timeout that its middleware answers.</summary>
    public static bool ClientIsGone(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested != true;

    // False where the client is gone. The sequence may not be disposed of while it looks for its next item, so that is waited for.
    private static async ValueTask<bool> SendAsync(JsonBuffer buffer, PipeWriter body, Task<bool> next, CancellationToken cancellation)
    {
        if (buffer.Written.IsEmpty)
        {
            return true;
        }

        try
        {
            var result = await body.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.Clear();
            if (!result.IsCompleted)
            {
                return true;
            }
        }
        catch
        {
            Task settled = next;
            await settled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        _ = await next;
        return false;
    }

    private static void WriteItem<T, TCodec>(JsonBuffer buffer, T item, bool any)
        where TCodec : struct, IJsonCodec<T>
    {
        var writer = JsonWriter.BeginStreamItem(buffer, TCodec.Settings, any);
        if (item is null)
        {
            writer.WriteNull();
        }
        else
        {
            TCodec.Write(ref writer, item);
        }

        writer.Flush();
    }
}
