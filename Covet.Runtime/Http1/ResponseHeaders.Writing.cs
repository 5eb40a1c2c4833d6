using System.Buffers.Text;
using System.Numerics;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Covet.Http1;

/// <summary>The fields as bytes.</summary>
internal sealed partial class ResponseHeaders
{
    private const int LongestNumber = 19;

    private static ReadOnlySpan<byte> LengthPrefix => "\r\nContent-Length: "u8;

    private static ReadOnlySpan<byte> KestrelServer => "\r\nServer: Kestrel"u8;

    /// <summary>How many bytes <see cref="Write"/> needs at most.</summary>
    public int SizeOf(ReadOnlySpan<byte> date)
    {
        var size = LengthPrefix.Length + LongestNumber + date.Length + KestrelServer.Length;
        for (var left = present; left != 0; left &= left - 1)
        {
            var index = BitOperations.TrailingZeroCount(left);
            size += SizeOf(ResponseHeaderNames.Prefixes[index].Length, known[index]);
        }

        foreach (var field in others)
        {
            size += SizeOf(field.Key.Length + 4, field.Value);
        }

        return size;
    }

    /// <summary>Writes the fields, each with the line break before it.</summary>
    /// <param name="target">Where to; long enough.</param>
    /// <param name="date">The date, for answers that have none of their own.</param>
    /// <param name="server">Whether the server names itself.</param>
    /// <returns>How many bytes were written.</returns>
    public int Write(Span<byte> target, ReadOnlySpan<byte> date, bool server)
    {
        var at = 0;
        if (length != None)
        {
            LengthPrefix.CopyTo(target);
            _ = Utf8Formatter.TryFormat(length, target[LengthPrefix.Length..], out var digits);
            at = LengthPrefix.Length + digits;
        }

        at = WriteKnown(target, at, present & ((1UL << ResponseHeaderNames.Date) - 1));
        if (!Has(ResponseHeaderNames.Date))
        {
            date.CopyTo(target[at..]);
            at += date.Length;
        }
        else
        {
            at = WriteKnown(target, at, 1UL << ResponseHeaderNames.Date);
        }

        if (server && !Has(ResponseHeaderNames.Server))
        {
            KestrelServer.CopyTo(target[at..]);
            at += KestrelServer.Length;
        }

        at = WriteKnown(target, at, present & ~((1UL << ResponseHeaderNames.Server) - 1));
        foreach (var (name, value) in others)
        {
            foreach (var text in value)
            {
                if (text is not null)
                {
                    "\r\n"u8.CopyTo(target[at..]);
                    at += 2 + Encoding.ASCII.GetBytes(name, target[(at + 2)..]);
                    ": "u8.CopyTo(target[at..]);
                    at += 2 + Encoding.ASCII.GetBytes(text, target[(at + 2)..]);
                }
            }
        }

        return at;
    }

    private int WriteKnown(Span<byte> target, int at, ulong fields)
    {
        for (; fields != 0; fields &= fields - 1)
        {
            var index = BitOperations.TrailingZeroCount(fields);
            var prefix = ResponseHeaderNames.Prefixes[index];
            foreach (var text in known[index])
            {
                if (text is not null)
                {
                    prefix.CopyTo(target[at..]);
                    at += prefix.Length;
                    at += Encoding.ASCII.GetBytes(text, target[at..]);
                }
            }
        }

        return at;
    }

    private static int SizeOf(int prefix, StringValues value)
    {
        var size = 0;
        foreach (var text in value)
        {
            size += prefix + (text?.Length ?? 0);
        }

        return size;
    }
}
