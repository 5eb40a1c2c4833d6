using System.Globalization;
using System.Text;

namespace Covet.Internal;

/// <summary>
/// Finds the JSON paths of places in the input by reading what stands before them once more; places in the order of the input
/// take one pass together.
/// </summary>
internal sealed class JsonPath
{
    // No more than 64 bytes of the input stand in an error.
    private const int NameBudget = 64;

    // What is no UTF-8 is refused before its depth is looked at, so that only this keeps the path of a million brackets short: what
    // lies deeper is counted.
    private const int MostFrames = 128;

    private readonly Stack<Frame> frames = new();
    private int at;
    private int beyond;

    /// <summary>The path of the value at a position.</summary>
    /// <param name="data">The input, the same at every call; well-formed up to the position, or else the path is that of what could be followed.</param>
    /// <param name="position">The position of the value's first byte, or of the brace that ends an object that lacks a member.</param>
    /// <param name="missing">The name of the missing member.</param>
    public string Build(ReadOnlySpan<byte> data, int position, string? missing)
    {
        if (position < at)
        {
            frames.Clear();
            at = beyond = 0;
        }

        while (at < position && TryPass(data, position))
        {
        }

        return Format(data, frames, missing);
    }

    // Passes over what begins at the place that was reached; false where it goes beyond the position.
    private bool TryPass(ReadOnlySpan<byte> data, int position)
    {
        var end = at;
        switch (data[at])
        {
            case (byte)'{' or (byte)'[' when frames.Count == MostFrames:
                beyond++;
                break;
            case (byte)'}' or (byte)']' when beyond > 0:
                beyond--;
                break;
            case (byte)'{':
                frames.Push(new Frame { Index = -1 });
                break;
            case (byte)'[':
                frames.Push(new Frame { Index = 0 });
                break;
            case (byte)'}' or (byte)']':
                _ = frames.TryPop(out _);
                break;
            case (byte)',' when beyond == 0 && frames.TryPeek(out var frame):
                frame.Index += frame.Index < 0 ? 0 : 1;
                frame.NameEnd = 0;
                break;
            case (byte)'/':
                end = EndOfComment(data, at);
                break;
            case (byte)'"':
                end = EndOfString(data, at);
                if (end < position && beyond == 0 && frames.TryPeek(out var top) && top is { Index: < 0, NameEnd: 0 })
                {
                    top.NameStart = at + 1;
                    top.NameEnd = end;
                }

                break;
        }

        if (end >= position)
        {
            return false;
        }

        at = end + 1;
        return true;
    }

    private static int EndOfString(ReadOnlySpan<byte> data, int start)
    {
        for (var i = start + 1; i < data.Length; i++)
        {
            var next = data[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                break;
            }

            i += next;
            if (data[i] == (byte)'"')
            {
                return i;
            }

            i++;
        }

        return data.Length;
    }

    // A comment without an end goes beyond every position: to look for the end again at each slash would take for ever.
    private static int EndOfComment(ReadOnlySpan<byte> data, int start)
    {
        var rest = data[start..];
        var end = rest.StartsWith("//"u8) ? rest.IndexOfAny((byte)'\n', (byte)'\r')
            : !rest.StartsWith("/*"u8) ? 0
            : rest[2..].IndexOf("*/"u8) is var at and >= 0 ? at + 3
            : -1;
        return end < 0 ? data.Length : start + end;
    }

    private static string Format(ReadOnlySpan<byte> data, Stack<Frame> frames, string? missing)
    {
        // The names next to the place say most, so they get the budget first.
        var parts = new List<string>();
        var budget = NameBudget;
        foreach (var frame in frames)
        {
            if (missing is not null)
            {
                parts.Add(Member(missing));
                missing = null;
            }
            else if (frame.Index >= 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"[{frame.Index}]"));
            }
            else if (frame.NameEnd > 0)
            {
                var length = frame.NameEnd - frame.NameStart;
                parts.Add(length <= budget ? Member(Name(data.Slice(frame.NameStart, length))) : ".\u2026");
                budget -= Math.Min(length, budget);
            }
        }

        parts.Reverse();
        return "$" + string.Concat(parts);
    }

    // As it is meant, not as it is escaped; but as it is escaped where that keeps the path one line and its quotes two.
    private static string Name(ReadOnlySpan<byte> raw) =>
        raw.Contains((byte)'\\') && JsonReader.Unescape(raw) is { } name && !name.Any(static c => char.IsControl(c) || c is '\'' or '\\')
            ? name
            : Encoding.UTF8.GetString(raw);

    private static string Member(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '$'))
            {
                return "['" + name + "']";
            }
        }

        return "." + name;
    }

    private sealed class Frame
    {
        public int Index { get; set; }

        public int NameStart { get; set; }

        public int NameEnd { get; set; }
    }
}
