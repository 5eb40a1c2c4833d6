using System.Runtime.CompilerServices;

namespace Covet.Internal;

// What does not fit its type: recorded with its place, so that reading goes on and finds the rest.
public ref partial struct JsonReader
{
    /// <summary>Records that the null that has just been read is not allowed where it stands; does nothing where the value was no null.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RejectNull()
    {
        if (pos >= 4 && data[(pos - 4)..pos].SequenceEqual("null"u8))
        {
            Record(pos - 4, RequestErrorCodes.Required, "A value is required here; null is not allowed.");
        }
    }

    /// <summary>Reads null, where it is next, and records that it is not allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRejectNull()
    {
        if (!TryReadNull())
        {
            return false;
        }

        RejectNull();
        return true;
    }

    /// <summary>Records that the object that has just ended lacks a member.</summary>
    /// <param name="name">The member's JSON name.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordMissing(string name) =>
        (errors ??= new JsonErrors()).Add(pos - 1, name, RequestErrorCodes.Required, "This member is required and missing.");

    /// <summary>Records that the member whose name has just been read is not known to the type, and passes over its value.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordUnmapped()
    {
        Record(pos, JsonErrors.Unexpected, "The type has no member of this name.");
        SkipValue();
    }

    /// <summary>Records that the member whose name has just been read stood in the object before, and passes over its value.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordDuplicate()
    {
        Record(pos, JsonErrors.Unexpected, "A member of this name stands in the object twice.");
        SkipValue();
    }

    /// <summary>Records that the value that has just been read does not fit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RecordInvalid(int start, string message) => Record(start, RequestErrorCodes.Malformed, message);

    /// <summary>Records that the value that is next is not what its type needs, and passes over it.</summary>
    /// <param name="expected">What the type needs, with its article.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T? Mismatch<T>(string expected)
    {
        _ = Peek();
        var start = pos;
        var isNull = IsNull();
        SkipValue();
        if (isNull)
        {
            Record(start, RequestErrorCodes.Required, "A value is required here; null is not allowed.");
        }
        else
        {
            Record(start, RequestErrorCodes.Malformed, "The value must be " + expected + ".");
        }

        return default;
    }

    /// <summary>Records that a dictionary key, which has just been read, does not fit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T? InvalidKey<T>(string expected)
    {
        Record(pos, RequestErrorCodes.Malformed, "The name must be " + expected + ".");
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T? Invalid<T>(int start, string expected)
    {
        Record(start, RequestErrorCodes.Malformed, "The value must be " + expected + ".");
        return default;
    }

    private void Record(int position, string code, string message) =>
        (errors ??= new JsonErrors()).Add(position, null, code, message);
}
