using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the codec of an enum: as a number and as a name, of which <c>Write</c> and <c>Read</c> are one.</summary>
internal static class JsonEnumEmitter
{
    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        var name = type.Type.FullName;
        var isUnsigned = type.EnumUnderlying is KnownType.Byte or KnownType.UInt16 or KnownType.UInt32 or KnownType.UInt64;
        var key = isUnsigned ? "(ulong)value" : "unchecked((ulong)(long)value)";
        var number = type.EnumUnderlying.ToString();
        source.Line("private static readonly " + JsonCodecEmitter.Internal + "JsonEnumTable Table = new(").Indent();
        source.Line("[" + string.Join(", ", type.EnumMembers.Select(member => Literals.String(member.JsonName))) + "],");
        source.Line("[" + string.Join(", ", type.EnumMembers.Select(member => Key(member, isUnsigned))) + "],");
        var bits = type.EnumUnderlying switch { KnownType.Byte or KnownType.SByte => 8, KnownType.Int16 or KnownType.UInt16 => 16, KnownType.Int64 or KnownType.UInt64 => 64, _ => 32 };
        var exact = type.EnumMembers.Any(member => member.JsonName != member.ClrName) ? ", [" + string.Join(", ", type.EnumMembers.Select(member => member.JsonName != member.ClrName ? "true" : "false")) + "]" : "";
        source.Line((type.EnumIsFlags ? "isFlags: true" : "isFlags: false") + ", bits: " + (isUnsigned ? "" : "-") + bits + exact + ");").Outdent();
        source.Line();
        source.Line(JsonCodecEmitter.WriteHead(type) + " => " + (type.EnumAsString ? "WriteName" : "WriteNumber") + "(ref writer, value);");
        source.Line();
        source.Line(JsonCodecEmitter.ReadHead(type) + " => " + (type.EnumAsString ? "ReadName" : "ReadNumber") + "(ref reader);");
        source.Line();
        source.Line("internal static void WriteNumber(ref " + JsonCodecEmitter.Internal + "JsonWriter writer, " + name + " value) => " +
            (isUnsigned ? "writer.WriteUInt64((ulong)value);" : "writer.WriteInt64((long)value);"));
        source.Line();
        source.Line("internal static " + name + " ReadNumber(ref " + JsonCodecEmitter.Internal + "JsonReader reader) =>").Indent();
        source.Line("reader.PeekToken() == global::System.Text.Json.JsonTokenType.String").Indent();
        source.Line("? reader.Mismatch<" + name + ">(" + Literals.String("a number, as '" + type.Type.Name + "' is read by name only where it has a JsonStringEnumConverter") + ")");
        source.Line(": (" + name + ")reader.Read" + number + "(0);").Outdent().Outdent();
        source.Line();
        WriteNames(source, type, key, isUnsigned);
        source.Open("internal static void WriteKey(ref " + JsonCodecEmitter.Internal + "JsonWriter writer, " + name + " value)");
        var written = JsonKeyCode.Policy(type.Options) is { } policy ? "TryWriteKey(ref writer, " + key + ", " + policy + ")" : "TryWrite(ref writer, " + key + ")";
        source.Open("if (!Table." + written + ")").Line(isUnsigned ? "writer.WriteQuotedUInt64((ulong)value);" : "writer.WriteQuotedInt64((long)value);").Close();
        source.Close();
        source.Line();
        source.Line("internal static " + name + " ReadKey(ref " + JsonCodecEmitter.Internal + "JsonReader reader, global::System.ReadOnlySpan<byte> name) => unchecked((" + name + ")Table.ReadKey(ref reader, name));");
        source.Line();
        ReadNames(source, type);
    }

    /// <summary>A statement that writes a member's enum, nullable or not, as its name.</summary>
    public static void WriteName(SourceWriter source, TypeRef type, string value, int index)
    {
        if (!type.FullName.EndsWith("?", StringComparison.Ordinal))
        {
            source.Line(type.CodecName + ".WriteName(ref writer, " + value + ");");
            return;
        }

        source.Open("if (" + value + " is { } some" + index + ")").Line(Underlying(type) + ".WriteName(ref writer, some" + index + ");").Close();
        source.Open("else").Line("writer.WriteNull();").Close();
        source.Line();
    }

    /// <summary>An expression that reads a member's enum, nullable or not, from its name.</summary>
    public static string ReadName(TypeRef type) => type.FullName.EndsWith("?", StringComparison.Ordinal)
        ? "reader.TryReadNull() ? null : " + Underlying(type) + ".ReadName(ref reader)"
        : type.CodecName + ".ReadName(ref reader)";

    private static string Underlying(TypeRef type) => type.CodecName.Replace("._0nullable_", ".");

    private static void WriteNames(SourceWriter source, JsonTypeSpec type, string key, bool isUnsigned)
    {
        source.Open("internal static void WriteName(ref " + JsonCodecEmitter.Internal + "JsonWriter writer, " + type.Type.FullName + " value)");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        source.Line("var key = " + key + ";");
        var constants = type.EnumMembers.Where(member => seen.Add(member.Value))
            .Select(member => (Key: Key(member, isUnsigned), Quoted: JsonLiteral.Quote(member.JsonName, type.Options.RelaxedEscaping)))
            .Where(item => item.Quoted is not null)
            .ToList();
        if (constants.Count > 0)
        {
            source.Open("switch (key)");
            foreach (var (value, quoted) in constants)
            {
                source.Line("case " + value + ":").Indent().Line("writer.WriteRaw(" + Literals.Utf8(quoted!) + ");").Line("return;").Outdent();
            }

            source.Close();
            source.Line();
        }

        source.Open("if (!Table.TryWrite(ref writer, key))").Line("WriteNumber(ref writer, value);").Close();
        source.Close();
        source.Line();
    }

    private static void ReadNames(SourceWriter source, JsonTypeSpec type)
    {
        var name = type.Type.FullName;
        source.Open("internal static " + name + " ReadName(ref " + JsonCodecEmitter.Internal + "JsonReader reader)");
        source.Open("if (reader.PeekToken() != global::System.Text.Json.JsonTokenType.String)").Line("return ReadNumber(ref reader);").Close();
        source.Line();
        source.Open("if (!reader.TryReadText(\"a name of the enum\", out var text, out var start))").Line("return default;").Close();
        source.Line();
        source.Line("var found = Find(text);");
        source.Line("return found >= 0 ? unchecked((" + name + ")Table.Value(found)) : unchecked((" + name + ")Table.Read(ref reader, text, start));");
        source.Close();
        source.Line();
        var names = type.EnumMembers.Select((member, index) => (member.JsonName, index)).GroupBy(item => item.JsonName, StringComparer.Ordinal).Select(group => group.First());
        JsonNameSwitchEmitter.Emit(source, [.. names], ignoreCase: false);
    }

    private static string Key(JsonEnumMemberSpec member, bool isUnsigned) =>
        (isUnsigned ? ulong.Parse(member.Value, System.Globalization.CultureInfo.InvariantCulture) : unchecked((ulong)long.Parse(member.Value, System.Globalization.CultureInfo.InvariantCulture)))
            .ToString(System.Globalization.CultureInfo.InvariantCulture) + "UL";
}
