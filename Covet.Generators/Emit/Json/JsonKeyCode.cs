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
            var policy = type.Options.DictionaryKeyPolicy;
            var text = policy > 0 && policy < Policies.Length ? "global::System.Text.Json.JsonNamingPolicy." + Policies[policy] + ".ConvertName(" + key + ")" : key;
            source.Line("writer.BeginMember(" + text + ");");
            return;
        }

        source.Line("writer.BeginItem();");
        source.Line(kind.Special switch
        {
            KnownType.Object => "writer.WriteString(" + JsonCodecEmitter.Internal + "JsonKeys.Text(" + key + "));",
            KnownType.Boolean => "writer.WriteRaw(" + key + " ? \"\\\"True\\\"\"u8 : \"\\\"False\\\"\"u8);",
            KnownType.SByte or KnownType.Byte or KnownType.Int16 or KnownType.UInt16 or KnownType.Int32 or KnownType.UInt32 or KnownType.Int64 => "writer.WriteQuotedInt64(" + key + ");",
            >= KnownType.UInt64 and <= KnownType.Decimal => "writer.WriteQuoted" + kind.Special + "(" + key + ");",
            KnownType.None => kind.CodecName + ".WriteKey(ref writer, " + key + ");",
            _ => JsonValueCode.Write(kind, 0, key),
        });
        source.Line("writer.Colon();");
    }

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
