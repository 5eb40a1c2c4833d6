using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Covet.Internal;

// What stands between tokens: white space, and comments where the options allow them.
public ref partial struct JsonReader
{
    // The next byte that is no white space, or 0 at the end; a 0 in the input is an error wherever it is looked at.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        if ((uint)pos < (uint)data.Length)
        {
            var next = Unsafe.Add(ref MemoryMarshal.GetReference(data), (uint)pos);
            if (next > (byte)' ' && next != (byte)'/')
            {
                return next;
            }
        }

        return SkipSpace();
    }

    private byte SkipSpace()
    {
        while ((uint)pos < (uint)data.Length)
        {
            var next = data[pos];
            if (next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                pos++;
            }
            else if (next == (byte)'/' && settings.SkipComments)
            {
                SkipComment();
            }
            else
            {
                return next;
            }
        }

        return 0;
    }

    private void SkipComment()
    {
        var rest = data[pos..];
        if (rest.StartsWith("//"u8))
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            pos = end < 0 ? data.Length : pos + end;
        }
        else if (rest.StartsWith("/*"u8))
        {
            var end = rest[2..].IndexOf("*/"u8);
            if (end < 0)
            {
                pos = data.Length;
                ThrowSyntax("A comment has no end.");
            }

            pos += end + 4;
        }
        else
        {
            ThrowSyntax("A comment begins with two slashes, or a slash and an asterisk.");
        }
    }

    // White space may stand before the colon, but no comment: so it is with System.Text.Json.
    private void FindColon()
    {
        while ((uint)pos < (uint)data.Length && data[pos] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            pos++;
        }

        if ((uint)pos >= (uint)data.Length || data[pos] != (byte)':')
        {
            ThrowSyntax("The colon after the name is missing.");
        }

        pos++;
    }
}
