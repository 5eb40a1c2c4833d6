using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Primitives by the names that generated code gives them.</summary>
internal static class PrimitiveNames
{
    private static readonly Dictionary<string, KnownType> Names = new(StringComparer.Ordinal)
    {
        ["object"] = KnownType.Object,
        ["string"] = KnownType.String,
        ["char"] = KnownType.Char,
        ["bool"] = KnownType.Boolean,
        ["sbyte"] = KnownType.SByte,
        ["byte"] = KnownType.Byte,
        ["short"] = KnownType.Int16,
        ["ushort"] = KnownType.UInt16,
        ["int"] = KnownType.Int32,
        ["uint"] = KnownType.UInt32,
        ["long"] = KnownType.Int64,
        ["ulong"] = KnownType.UInt64,
        ["float"] = KnownType.Single,
        ["double"] = KnownType.Double,
        ["decimal"] = KnownType.Decimal,
        ["byte[]"] = KnownType.ByteArray,
        ["global::System.Guid"] = KnownType.Guid,
        ["global::System.DateTime"] = KnownType.DateTime,
        ["global::System.DateTimeOffset"] = KnownType.DateTimeOffset,
        ["global::System.DateOnly"] = KnownType.DateOnly,
        ["global::System.TimeOnly"] = KnownType.TimeOnly,
        ["global::System.TimeSpan"] = KnownType.TimeSpan,
        ["global::System.Uri"] = KnownType.Uri,
    };

    public static KnownType? Find(string name) => Names.TryGetValue(name, out var type) ? type : null;
}
