using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Covet.Internal;

/// <summary>The names and values of an enum, for what generated code does not decide by itself: combinations of flags, other case, numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonEnumTable
{
    private const int MaximumText = 64 * 1024;

    private readonly string[] names;
    private readonly ulong[] values;
    private readonly bool[]? exact;
    private readonly int[] order;
    private readonly bool isFlags;
    private readonly int bits;

    /// <summary>A table.</summary>
    /// <param name="names">The names in JSON, as declared.</param>
    /// <param name="values">Their values; negative ones in two's complement.</param>
    /// <param name="isFlags">Whether values combine.</param>
    /// <param name="bits">The size of the underlying type; negative where it is signed.</param>
    /// <param name="exact">Which names are compared with regard to case: those of <c>[JsonStringEnumMemberName]</c>; none where it is null.</param>
    public JsonEnumTable(string[] names, ulong[] values, bool isFlags, int bits, bool[]? exact = null)
    {
        this.names = names;
        this.values = values;
        this.exact = exact;
        this.isFlags = isFlags;
        this.bits = bits;
        order = Order();
    }

    /// <summary>The value of a name by its place.</summary>
    public ulong Value(int index) => values[index];

    /// <summary>Writes a value as its name or names; false where it has none.</summary>
    public bool TryWrite(ref JsonWriter writer, ulong key)
    {
        if (Name(key) is not { } name)
        {
            return false;
        }

        writer.WriteString(name);
        return true;
    }

    /// <summary>Writes a dictionary key as its name or names, after a naming policy; false where it has none.</summary>
    public bool TryWriteKey(ref JsonWriter writer, ulong key, JsonNamingPolicy policy)
    {
        if (Name(key) is not { } name)
        {
            return false;
        }

        writer.WriteString(policy.ConvertName(name));
        return true;
    }

    /// <summary>Reads a value from a name, names, or a number in a string.</summary>
    public ulong Read(ref JsonReader reader, ReadOnlySpan<byte> text, int start)
    {
        if (TryParse(text, out var value))
        {
            return value;
        }

        reader.RecordInvalid(start, "The value must be a name of the enum.");
        return 0;
    }

    /// <summary>Reads a value from a dictionary key.</summary>
    public ulong ReadKey(ref JsonReader reader, ReadOnlySpan<byte> name) =>
        TryParse(name, out var value) ? value : reader.InvalidKey<ulong>("a name of the enum");

    // A text that is longer names nothing, and would be copied for it.
    private bool TryParse(ReadOnlySpan<byte> utf8, out ulong value)
    {
        value = 0;
        return utf8.Length <= MaximumText && TryParse(Encoding.UTF8.GetString(utf8).AsSpan(), out value);
    }

    private bool TryParse(ReadOnlySpan<char> text, out ulong value)
    {
        text = text.Trim();
        if (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+'))
        {
            return TryParseNumber(text, out value);
        }

        value = 0;
        do
        {
            var comma = text.IndexOf(',');
            var index = IndexOf(comma < 0 ? text : text[..comma].TrimEnd());
            if (index < 0)
            {
                return false;
            }

            value |= values[index];
            text = comma < 0 ? default : text[(comma + 1)..].TrimStart();
        }
        while (text.Length > 0);
        return true;
    }

    private bool TryParseNumber(ReadOnlySpan<char> text, out ulong value)
    {
        if (bits > 0)
        {
            return ulong.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && (bits == 64 || value >> bits == 0);
        }

        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed);
        value = unchecked((ulong)signed);
        return isNumber && signed << (64 + bits) >> (64 + bits) == signed;
    }

    private int IndexOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (exact?[i] != true && name.Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private string? Name(ulong key)
    {
        var index = Array.IndexOf(values, key);
        if (index >= 0)
        {
            return names[index];
        }

        if (!isFlags || key == 0)
        {
            return null;
        }

        var parts = new List<string>();
        var rest = key;
        foreach (var i in order)
        {
            if (values[i] != 0 && (rest & values[i]) == values[i])
            {
                rest &= ~values[i];
                parts.Add(names[i]);
                if (rest == 0)
                {
                    return string.Join(", ", parts);
                }
            }
        }

        return null;
    }

    // Combined flags before the flags in them, else by value.
    private int[] Order()
    {
        var result = new int[values.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = i;
        }

        Array.Sort(result, (a, b) =>
        {
            var bits = System.Numerics.BitOperations.PopCount(values[b]).CompareTo(System.Numerics.BitOperations.PopCount(values[a]));
            return bits != 0 ? bits : values[a].CompareTo(values[b]);
        });
        return result;
    }
}
