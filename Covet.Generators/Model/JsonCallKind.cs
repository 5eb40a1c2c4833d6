namespace Covet.Generators.Model;

/// <summary>The methods of <c>CovetJson</c>.</summary>
internal enum JsonCallKind
{
    /// <summary><c>string Serialize(T)</c>.</summary>
    Text,

    /// <summary><c>byte[] SerializeToUtf8Bytes(T)</c>.</summary>
    Bytes,

    /// <summary><c>void Serialize(IBufferWriter&lt;byte&gt;, T)</c>.</summary>
    Buffer,

    /// <summary><c>T? Deserialize(string)</c>.</summary>
    FromText,

    /// <summary><c>T? Deserialize(ReadOnlySpan&lt;byte&gt;)</c>.</summary>
    FromBytes,
}
