namespace Covet.Http1;

/// <summary>
/// The head of a connection's current request. It keeps its own copy of the bytes, and what was made of them: clients
/// repeat themselves, and a line or a block of fields equal to the last one, byte for byte, is not parsed again.
/// </summary>
internal sealed partial class RequestHead(Http1Options options)
{
    /// <summary>Reads the head that <paramref name="bytes"/> begin with.</summary>
    /// <param name="bytes">What has arrived.</param>
    /// <param name="length">The length of the head, where it is complete.</param>
    public HeadState Read(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var state = ReadLine(bytes, out var lineEnd);
        if (state != HeadState.Complete)
        {
            return state;
        }

        state = ReadFields(bytes[lineEnd..], out var fieldsEnd);
        length = lineEnd + fieldsEnd;
        return state;
    }
}
