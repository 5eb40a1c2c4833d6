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
        var next = Peek();
        if (first)
        {
            first = false;
            if (next == (byte)'}')
            {
                goto End;
            }
        }
        else if (next == (byte)',')
        {
            pos++;
            next = Peek();
            if (next == (byte)'}')
            {
                if (!settings.AllowTrailingCommas)
                {
                    ThrowSyntax("A name is missing after the comma.");
                }

                goto End;
            }
        }
        else
        {
            if (next != (byte)'}')
            {
                ThrowSyntax("A comma or the end of the object is missing.");
            }

            goto End;
        }

        if (next != (byte)'"')
        {
            ThrowSyntax("A name in quotes is missing.");
        }

        name = ReadName();
        if (Peek() != (byte)':')
        {
            ThrowSyntax("The colon after the name is missing.");
        }

        pos++;
        return true;

    End:
        pos++;
        depth--;
        name = default;
        return false;
    }

    /// <summary>Passes over one value, whatever it is.</summary>
    public void SkipValue()
    {
        switch (Peek())
        {
            case (byte)'"':
                SkipString();
                break;
            case (byte)'{':
                _ = BeginObject();
                while (NextMember(out _))
                {
                    SkipValue();
                }

                break;
            case (byte)'[':
                _ = BeginArray();
                while (NextItem())
                {
                    SkipValue();
                }

                break;
            case (byte)'t':
                ReadLiteral("true"u8);
                break;
            case (byte)'f':
                ReadLiteral("false"u8);
                break;
            case (byte)'n':
                ReadLiteral("null"u8);
                break;
            default:
                SkipNumber();
                break;
        }
    }

    /// <summary>Passes over one value and returns its bytes.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        _ = Peek();
        var start = pos;
        SkipValue();
        return data[start..pos];
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
