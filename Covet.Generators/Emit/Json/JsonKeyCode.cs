using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>The code that writes and reads dictionary keys, which are strings in JSON whatever they are in C#.</summary>
internal static class JsonKeyCode
{
    private static readonly string[] Policies = ["", "CamelCase", "SnakeCaseLower", "SnakeCaseUpper", "KebabCaseLower", "KebabCaseUpper"];

    /// <summary>Writes a key, the comma before it and the colon after it.</summary>
    public static void Write(SourceWriter source, JsonTypeSpec type, string key)
    {
        var kind = type.Key!;
        if (kind.Special == KnownType.String)
        {
            source.Line("writer.BeginMember(" + Named(type, key) + ");");
            return;
        }

        source.Line("writer.BeginItem();");
        source.Line(kind.Special switch
        {
            KnownType.Object => JsonCodecEmitter.Internal + "JsonKeys.Write(ref writer, " + key + ");",
            KnownType.Boolean => "writer.WriteRaw(" + key + " ? \"\\\"True\\\"\"u8 : \"\\\"False\\\"\"u8);",
            KnownType.SByte or KnownType.Byte or KnownType.Int16 or KnownType.UInt16 or KnownType.Int32 or KnownType.UInt32 or KnownType.Int64 => "writer.WriteQuotedInt64(" + key + ");",
            KnownType.Double => JsonCodecEmitter.Internal + "JsonKeys.WriteDouble(ref writer, " + key + ");",
            >= KnownType.UInt64 and <= KnownType.Decimal => "writer.WriteQuoted" + kind.Special + "(" + key + ");",
            KnownType.None => kind.CodecName + ".WriteKey(ref writer, " + key + ");",
            _ => JsonValueCode.Write(kind, 0, key),
        });
        source.Line("writer.Colon();");
    }

    /// <summary>The expression of a key that is a string, after the naming policy of keys.</summary>
    public static string Named(JsonTypeSpec type, string key) => Policy(type.Options) is { } policy ? policy + ".ConvertName(" + key + ")" : key;

    /// <summary>The expression of the naming policy of keys, or null.</summary>
    public static string? Policy(JsonOptionsSpec options) => options.DictionaryKeyPolicy > 0 && options.DictionaryKeyPolicy < Policies.Length
        ? "global::System.Text.Json.JsonNamingPolicy." + Policies[options.DictionaryKeyPolicy]
        : null;

    /// <summary>An expression that reads the key from <c>name</c>.</summary>
    public static string Read(JsonTypeSpec type)
    {
        var kind = type.Key!;
        return kind.Special switch
        {
            KnownType.String or KnownType.Object => "global::System.Text.Encoding.UTF8.GetString(name)",
            KnownType.None => kind.CodecName + ".ReadKey(ref reader, name)",
            _ => JsonCodecEmitter.Internal + "JsonKeys.Read" + kind.Special + "(ref reader, name)",
        };
    }}
