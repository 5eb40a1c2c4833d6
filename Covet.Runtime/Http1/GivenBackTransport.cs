using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>The transport of a connection that was given to Kestrel with bytes that it shall see at once.</summary>
internal sealed class GivenBackTransport(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input { get; } = input;

    public PipeWriter Output { get; } = output;
}
