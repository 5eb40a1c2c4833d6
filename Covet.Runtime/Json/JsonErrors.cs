using System.Text.Unicode;

namespace Covet.Internal;

/// <summary>What a reader found wrong, as positions; paths and lines are made when it is thrown, so that reading pays nothing for them.</summary>
internal sealed class JsonErrors
{
    /// <summary>The code of a member that may not be there.</summary>
    public const string Unexpected = "unexpected";

    // Enough for any form; more would let a hostile body make a long answer.
    private const int Limit = 32;

    private readonly List<(int Position, string? Missing, string Code, string Message)> items = [];

    public void Add(int position, string? missing, string code, string message)
    {
        if (items.Count < Limit && !items.Exists(item => item.Position == position && item.Missing == missing))
        {
            items.Add((position, missing, code, message));
        }
    }

    public CovetJsonException ToException(ReadOnlySpan<byte> data)
    {
        var list = new List<CovetJsonError>(items.Count);
        var path = new JsonPath();
        foreach (var (position, missing, code, message) in items)
        {
            list.Add(Make(path, data, position, missing, code, message));
        }

        return new CovetJsonException(list, null);
    }

    public static CovetJsonException Syntax(ReadOnlySpan<byte> data, int position, string message)
    {
        var text = position >= data.Length ? "The input ends too early. " + message : message;
        return new CovetJsonException([Make(new JsonPath(), data, Math.Min(position, data.Length), null, RequestErrorCodes.MalformedJson, text)], null);
    }

    public static CovetJsonException NotUtf8(ReadOnlySpan<byte> data)
    {
        // Bisects for the longest valid prefix; prefixes that end inside a character are invalid too, so the end may be up to 3 short.
        var low = 0;
        var high = data.Length;
        while (high - low > 8)
        {
            var middle = low + ((high - low) / 2);
            while (middle > low && (data[middle] & 0xC0) == 0x80)
            {
                middle--;
            }

            if (middle == low)
            {
                break;
            }

            if (Utf8.IsValid(data[low..middle]))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        while (low < data.Length && data[low] < 0x80)
        {
            low++;
        }

        return Syntax(data[..low], low, low, "The input is not UTF-8 (RFC 8259, section 8.1).");
    }

    private static CovetJsonException Syntax(ReadOnlySpan<byte> data, int position, int length, string message) =>
        new([Make(new JsonPath(), data[..length], position, null, RequestErrorCodes.MalformedJson, message)], null);

    private static CovetJsonError Make(JsonPath path, ReadOnlySpan<byte> data, int position, string? missing, string code, string message)
    {
        var before = data[..position];
        var lastBreak = before.LastIndexOf((byte)'\n');
        return new CovetJsonError(path.Build(data, position, missing), code, message, before.Count((byte)'\n'), position - lastBreak - 1);
    }
}
