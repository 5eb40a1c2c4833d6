using System.Globalization;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>The code that writes or reads one value by its type.</summary>
internal static class JsonValueCode
{
    private const int WriteAsString = 2;
    private const int NamedLiterals = 4;

    /// <summary>A statement that writes the value of an expression.</summary>
    public static string Write(TypeRef type, int handling, string value) => type.Special switch
    {
        KnownType.Object => "global::Covet.Internal.JsonAny.Write(ref writer, " + value + ");",
        KnownType.String => "writer.WriteString(" + value + ");",
        KnownType.Char => "writer.WriteChar(" + value + ");",
        KnownType.Boolean => "writer.WriteBoolean(" + value + ");",
        KnownType.SByte or KnownType.Byte or KnownType.Int16 or KnownType.UInt16 or KnownType.Int32 or KnownType.UInt32 or KnownType.Int64 => Number("Int64", handling, value),
        KnownType.UInt64 => Number("UInt64", handling, value),
        KnownType.Int128 => Number("Int128", handling, value),
        KnownType.UInt128 => Number("UInt128", handling, value),
        KnownType.Half => Float("Half", handling, value),
        KnownType.Single => Float("Single", handling, value),
        KnownType.Double => Float("Double", handling, value),
        KnownType.Decimal => Number("Decimal", handling, value),
        KnownType.Guid => "writer.WriteGuid(" + value + ");",
        KnownType.DateTime => "writer.WriteDateTime(" + value + ");",
        KnownType.DateTimeOffset => "writer.WriteDateTimeOffset(" + value + ");",
        KnownType.DateOnly => "writer.WriteDateOnly(" + value + ");",
        KnownType.TimeOnly => "writer.WriteTimeOnly(" + value + ");",
        KnownType.TimeSpan => "writer.WriteTimeSpan(" + value + ");",
        KnownType.Uri => "writer.WriteUri(" + value + ");",
        KnownType.Version => "writer.WriteVersion(" + value + ");",
        KnownType.ByteArray => "writer.WriteBase64(" + value + ");",
        KnownType.MemoryOfByte or KnownType.ReadOnlyMemoryOfByte => "writer.WriteBase64(" + value + ".Span);",
        KnownType.JsonElement => "writer.WriteElement(" + value + ");",
        KnownType.JsonDocument => "writer.WriteDocument(" + value + ");",
        KnownType.JsonNode or KnownType.JsonObject or KnownType.JsonArray or KnownType.JsonValue => "writer.WriteNode(" + value + ");",
        _ => type.CodecName + ".Write(ref writer, " + value + (type.IsValueType ? "" : "!") + ");",
    };

    /// <summary>An expression that reads a value; null where null stands in the input and the type is a reference.</summary>
    public static string Read(TypeRef type, int handling) => type.Special switch
    {
        KnownType.Object => "reader.ReadAny()",
        >= KnownType.SByte and <= KnownType.Decimal => "reader.Read" + type.Special + "(" + ((handling & 5) == 1 ? "" : (handling & 5).ToString(CultureInfo.InvariantCulture)) + ")",
        KnownType.ByteArray or KnownType.MemoryOfByte or KnownType.ReadOnlyMemoryOfByte => "reader.ReadBase64()",
        KnownType.JsonElement => "reader.ReadElement()",
        KnownType.JsonDocument => "reader.ReadDocument()",
        KnownType.JsonNode => "reader.ReadNode()",
        KnownType.String or KnownType.Char or KnownType.Boolean or (>= KnownType.Guid and <= KnownType.Version) or (>= KnownType.JsonObject and <= KnownType.JsonValue) => "reader.Read" + type.Special + "()",
        _ => type.CodecName + ".Read(ref reader)",
    };

    /// <summary>The same, where null is refused; <see cref="NeedsNullCheck"/> says whether the caller has to look.</summary>
    public static string ReadRequired(TypeRef type, int handling) =>
        type.Special == KnownType.String ? "reader.ReadRequiredString()" : Read(type, handling);

    /// <summary>Whether reading may give null where null is refused.</summary>
    public static bool NeedsNullCheck(TypeRef type, bool nullable) =>
        !nullable && !type.IsValueType && type.Special is not (KnownType.String or KnownType.JsonDocument);

    private static string Number(string name, int handling, string value) =>
        "writer.Write" + ((handling & WriteAsString) != 0 ? "Quoted" : "") + name + "(" + value + ");";

    private static string Float(string name, int handling, string value) =>
        "writer.Write" + ((handling & WriteAsString) != 0 ? "Quoted" : (handling & NamedLiterals) != 0 ? "Named" : "") + name + "(" + value + ");";
}
