using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Covet.Internal;

/// <summary>
/// Reads JSON text (RFC 8259) from UTF-8 that is in memory as a whole. Text that is not JSON throws at once; JSON that does not
/// fit the type is recorded, passed over and thrown by <see cref="Complete"/>, so that all of it is reported together.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonReader
{
    private readonly ReadOnlySpan<byte> data;
    private readonly JsonSettings settings;
    private readonly int maxDepth;
    private int pos;
    private int depth;
    private bool first;
    private int numberStart;
    private JsonErrors? errors;

    /// <summary>A reader with the web defaults.</summary>
    public JsonReader(ReadOnlySpan<byte> utf8)
        : this(utf8, JsonSettings.Default)
    {
    }

    /// <summary>A reader with the options that a codec was generated with.</summary>
    /// <exception cref="CovetJsonException">The input is not UTF-8 (RFC 8259, section 8.1).</exception>
    public JsonReader(ReadOnlySpan<byte> utf8, JsonSettings settings)
    {
        data = utf8;
        this.settings = settings;
        maxDepth = settings.MaxDepth;
        if (!Utf8.IsValid(utf8))
        {
            ThrowNotUtf8();
        }
    }

    /// <summary>How many bytes have been read so far.</summary>
    public readonly int Position => pos;

    /// <summary>Whether something that does not fit its type has been found; then no object is constructed any more.</summary>
    public readonly bool Failed => errors is not null;

    /// <summary>The options of the reader.</summary>
    public readonly JsonSettings Settings => settings;

    /// <summary>Ends the reading of a document: nothing may follow the value, and what does not fit is thrown.</summary>
    /// <exception cref="CovetJsonException">Something follows, or something did not fit its type.</exception>
    public void Complete()
    {
        _ = Peek();
        if (pos < data.Length)
        {
            ThrowSyntax("Nothing may follow the JSON value.");
        }

        ThrowIfFailed();
    }

    /// <summary>Throws what has been recorded, where anything has.</summary>
    /// <exception cref="CovetJsonException">Something did not fit its type.</exception>
    public readonly void ThrowIfFailed()
    {
        if (errors is not null)
        {
            throw errors.ToException(data);
        }
    }

    /// <summary>Reads null, where it is next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNull() => Peek() == (byte)'n' && ReadNullLiteral();

    /// <summary>Whether null is next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull() => Peek() == (byte)'n';

    /// <summary>Begins an object; false where the value is something else, which is recorded and passed over.</summary>
    public bool BeginObject()
    {
        if (Peek() != (byte)'{')
        {
            return Mismatch<bool>("an object");
        }

        pos++;
        Enter();
        first = true;
        return true;
    }

    /// <summary>Begins an array; false where the value is something else, which is recorded and passed over.</summary>
    public bool BeginArray()
    {
        if (Peek() != (byte)'[')
        {
            return Mismatch<bool>("an array");
        }

        pos++;
        Enter();
        first = true;
        return true;
    }

    /// <summary>Moves to the next item of an array; false at its end.</summary>
    public bool NextItem()
    {
        var next = Peek();
        if (first)
        {
            first = false;
            if (next != (byte)']')
            {
                return true;
            }
        }
        else if (next == (byte)',')
        {
            pos++;
            next = Peek();
            if (next != (byte)']')
            {
                return true;
            }

            if (!settings.AllowTrailingCommas)
            {
                ThrowSyntax("A value is missing after the comma.");
            }
        }
        else if (next != (byte)']')
        {
            ThrowSyntax("A comma or the end of the array is missing.");
        }

        pos++;
        depth--;
        return false;
    }

    /// <summary>Reads the next member's name, unescaped, and the colon; false at the object's end. The name is valid until the next call.</summary>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!NextName())
        {
            name = default;
            return false;
        }

        name = ReadName();
        ReadColon();
        return true;
    }

    // Moves to the quote of the next member's name; false at the object's end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextName()
    {
        var next = Peek();
        if (first)
        {
            first = false;
        }
        else if (next == (byte)',')
        {
            pos++;
            next = Peek();
            if (next == (byte)'}' && !settings.AllowTrailingCommas)
            {
                ThrowSyntax("A name is missing after the comma.");
            }
        }
        else if (next != (byte)'}')
        {
            ThrowSyntax("A comma or the end of the object is missing.");
        }

        if (next == (byte)'"')
        {
            return true;
        }

        if (next != (byte)'}')
        {
            ThrowSyntax("A name in quotes is missing.");
        }

        pos++;
        depth--;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadColon()
    {
        if ((uint)pos < (uint)data.Length && data[pos] == (byte)':')
        {
            pos++;
        }
        else
        {
            FindColon();
        }
    }

    /// <summary>The token that is next, as System.Text.Json names it.</summary>
    public JsonTokenType PeekToken() => Peek() switch
    {
        (byte)'"' => JsonTokenType.String,
        (byte)'{' => JsonTokenType.StartObject,
        (byte)'[' => JsonTokenType.StartArray,
        (byte)'t' => JsonTokenType.True,
        (byte)'f' => JsonTokenType.False,
        (byte)'n' => JsonTokenType.Null,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonTokenType.Number,
        _ => JsonTokenType.None,
    };

    private bool ReadNullLiteral()
    {
        ReadLiteral("null"u8);
        return true;
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal)
    {
        if (!data[pos..].StartsWith(literal))
        {
            ThrowSyntax("This is no JSON value.");
        }

        pos += literal.Length;
    }

    private void Enter()
    {
        if (++depth > maxDepth)
        {
            ThrowSyntax($"The input is deeper than {maxDepth} levels.");
        }

        if (depth > 256)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
    }

    [DoesNotReturn]
    private readonly void ThrowSyntax(string message) => throw JsonErrors.Syntax(data, pos, message);

    [DoesNotReturn]
    private readonly void ThrowNotUtf8() => throw JsonErrors.NotUtf8(data);
}
