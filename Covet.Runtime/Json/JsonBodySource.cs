using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Internal;

/// <summary>Where the text of a streamed body comes from: the request's pipe, with its failures explained.</summary>
/// <param name="context">The request.</param>
/// <param name="validationStatusCode">The status of an answer that lists errors, where they name none.</param>
/// <param name="cancellation">Ends reading.</param>
internal sealed class JsonBodySource(HttpContext context, int validationStatusCode, CancellationToken cancellation)
{
    private readonly PipeReader body = context.Request.BodyReader;

    /// <summary>Whether the body has ended.</summary>
    public bool Completed { get; private set; }

    /// <summary>Reads up to the bracket of the array.</summary>
    /// <exception cref="BadHttpRequestException">The body is no array.</exception>
    public async ValueTask<JsonArrayText> BeginAsync()
    {
        while (true)
        {
            var buffer = await ReadAsync();
            using var bytes = new JsonBytes(buffer);
            if (JsonArrayStart.TryFind(bytes.Written, out var start, out var place))
            {
                var text = new JsonArrayText(bytes.Written[start..], place);
                body.AdvanceTo(buffer.End);
                return text;
            }

            var rest = JsonBodyChecks.TrimStart(bytes.Written, out var blank);
            body.AdvanceTo(buffer.Start, buffer.End);
            if (Completed || !blank)
            {
                throw Bad(blank ? JsonBodyErrors.Missing() : NoArray(rest.TrimStart(" \t\r\n"u8)[0]));
            }
        }
    }

    /// <summary>Adds what has arrived to the text, once something has.</summary>
    public async ValueTask ContinueAsync(JsonArrayText text)
    {
        var buffer = await ReadAsync();
        try
        {
            text.Append(buffer);
        }
        catch (CovetJsonException e)
        {
            throw Bad(JsonBodyErrors.From(e, text.Place), e);
        }
        finally
        {
            body.AdvanceTo(buffer.End);
        }
    }

    /// <summary>The exception that an enumeration throws for errors of the request.</summary>
    public BadHttpRequestException Bad(RequestErrors errors, Exception? cause = null) => new InvalidItemException(errors, validationStatusCode, cause);

    // Another JSON value is a wrong one, as elsewhere; what begins none is no JSON.
    private static RequestErrors NoArray(byte first) => "{\"tfn-0123456789"u8.Contains(first)
        ? JsonBodyErrors.Fail(0, RequestErrorCodes.Malformed, "The body must be a JSON array.")
        : JsonBodyErrors.Fail(StatusCodes.Status400BadRequest, RequestErrorCodes.MalformedJson, "The body must be a JSON array.");

    private async ValueTask<ReadOnlySequence<byte>> ReadAsync()
    {
        try
        {
            var result = await body.ReadAsync(cancellation);
            Completed = result.IsCompleted;
            return result.Buffer;
        }
        catch (Exception e) when ((e is not OperationCanceledException || context.RequestAborted.IsCancellationRequested) && JsonBodyErrors.TryExplain(context, e, out var errors))
        {
            throw Bad(errors, e);
        }
    }
}
