namespace Covet.Http1;

/// <summary>Where a header field stands in the bytes of its head.</summary>
internal readonly record struct HeaderEntry(ushort Name, ushort NameLength, ushort Value, ushort ValueLength);
