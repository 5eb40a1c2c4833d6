using Covet.Streams;
using Microsoft.AspNetCore.Http.Metadata;

namespace Covet.Routing;

/// <summary>
/// A body that nobody reads a byte of while the endpoint that is selected takes none so large. Middleware may select another
/// (<c>UseExceptionHandler</c>, <c>UseStatusCodePagesWithReExecute</c>), whose limit counts from then on.
/// </summary>
internal sealed class RefusedBody(HttpContext context, Stream body) : ReadOnlyBody
{
    public override int Read(byte[] buffer, int offset, int count) => Allowed().Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Allowed().Read(buffer);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await Allowed().ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await Allowed().ReadAsync(buffer, cancellationToken).ConfigureAwait(false);

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        await Allowed().CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);

    private Stream Allowed()
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;

        // What the server itself would say of it.
        return EndpointBodyLimit.IsExceeded(context, limit)
            ? throw new BadHttpRequestException($"Request body too large. The max request body size is {limit} bytes.", StatusCodes.Status413PayloadTooLarge)
            : body;
    }
}
