using Covet.Streams;

namespace Covet.Routing;

/// <summary>A body that is larger than its endpoint takes, so that nobody reads a byte of it.</summary>
internal sealed class RefusedBody(long limit) : ReadOnlyBody
{
    public override int Read(byte[] buffer, int offset, int count) => throw Refusal();

    public override int Read(Span<byte> buffer) => throw Refusal();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromException<int>(Refusal());

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(Refusal());

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.FromException(Refusal());

    // What the server itself would say of it.
    private BadHttpRequestException Refusal() =>
        new($"Request body too large. The max request body size is {limit} bytes.", StatusCodes.Status413PayloadTooLarge);
}
