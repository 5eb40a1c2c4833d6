using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Makes the codec of a type: one file, one struct.</summary>
internal static class JsonCodecEmitter
{
    public const string Internal = "global::Covet.Internal.";

    public static string Emit(JsonTypeSpec type)
    {
        var source = SourceWriter.StartFile(type.Experimental);
        source.Line("namespace Covet.Generated;");
        source.Line();
        source.Line("/// <summary>JSON of <c>" + Literals.Xml(type.Type.Name) + "</c>.</summary>");
        source.Open("internal readonly struct " + type.Type.Id + "Json : " + Internal + "IJsonCodec<" + type.Type.FullName + ">" + (JsonPiecesEmitter.IsPiecewise(type) ? ", " + Internal + "IJsonPiecewiseCodec<" + type.Type.FullName + ">" : ""));
        if (type.Options.HasSettings)
        {
            source.Line("public static " + Internal + "JsonSettings Settings => global::Covet.Generated.CovetJsonSettings.Value;");
            source.Line();
        }

        Body(source, type);
        return source.Close().ToString();
    }

    private static void Body(SourceWriter source, JsonTypeSpec type)
    {
        switch (type.Shape)
        {
            case JsonShape.Object:
                JsonObjectWriteEmitter.Emit(source, type);
                JsonObjectReadEmitter.Emit(source, type);
                break;
            case JsonShape.Collection:
                JsonCollectionEmitter.Emit(source, type);
                break;
            case JsonShape.Dictionary:
                JsonDictionaryEmitter.Emit(source, type);
                break;
            case JsonShape.AsyncEnumerable:
                JsonCollectionEmitter.EmitAsync(source, type);
                break;
            case JsonShape.Enum:
                JsonEnumEmitter.Emit(source, type);
                break;
            case JsonShape.Nullable:
                EmitNullable(source, type);
                break;
            case JsonShape.Converter:
                source.Line("private static readonly global::System.Text.Json.Serialization.JsonConverter<" + type.Type.FullName + "> Converter = " + type.ConverterExpression + ";");
                source.Line();
                Method(source, WriteHead(type) + " => writer.WriteConverted(Converter, value);");
                Method(source, ReadHead(type) + " => reader.ReadConverted(Converter);");
                Method(source, "internal static void WriteKey(ref " + Internal + "JsonWriter writer, " + type.Type.FullName + " value) => writer.WriteConvertedName(Converter, value);");
                source.Line("internal static " + type.Type.FullName + " ReadKey(ref " + Internal + "JsonReader reader, global::System.ReadOnlySpan<byte> name) => reader.ReadConvertedName(Converter, name)!;");
                break;
            default:
                Method(source, WriteHead(type) + " => " + JsonValueCode.Write(type.Type, type.NumberHandling, "value"));
                source.Line(ReadHead(type) + " => " + (type.Shape == JsonShape.Any && type.Type.Special != KnownType.Object
                    ? "throw new global::System.NotSupportedException();"
                    : JsonValueCode.Read(type.Type, type.NumberHandling) + ";"));
                break;
        }
    }

    /// <summary>The head of <c>Write</c>.</summary>
    public static string WriteHead(JsonTypeSpec type) => "public static void Write(ref " + Internal + "JsonWriter writer, " + type.Type.FullName + " value)";

    /// <summary>The head of <c>Read</c>.</summary>
    public static string ReadHead(JsonTypeSpec type) => "public static " + Nullable(type.Type) + " Read(ref " + Internal + "JsonReader reader)";

    /// <summary>The type as it is written where null is allowed.</summary>
    public static string Nullable(TypeRef type) => type.IsValueType ? type.FullName : type.FullName + "?";

    /// <summary>Begins <c>Write</c>, with the answer to null.</summary>
    public static void OpenWrite(SourceWriter source, JsonTypeSpec type)
    {
        source.Open(WriteHead(type));
        if (!type.Type.IsValueType)
        {
            source.Open("if (value is null)").Line("writer.WriteNull();").Line("return;").Close();
            source.Line();
        }
    }

    /// <summary>Begins <c>Read</c>, with the answer to null.</summary>
    public static void OpenRead(SourceWriter source, JsonTypeSpec type)
    {
        source.Open(ReadHead(type));
        if (!type.Type.IsValueType)
        {
            source.Open("if (reader.TryReadNull())").Line("return null;").Close();
            source.Line();
        }
    }

    /// <summary>Reads a value into a new variable, and refuses null where it is not allowed.</summary>
    public static void ReadInto(SourceWriter source, string variable, TypeRef type, int handling, bool nullable)
    {
        if (!JsonValueCode.NeedsNullCheck(type, nullable))
        {
            source.Line("var " + variable + " = " + (nullable ? JsonValueCode.Read(type, handling) : JsonValueCode.ReadRequired(type, handling)) + ";");
            return;
        }

        source.Line("var " + variable + " = " + JsonValueCode.Read(type, handling) + ";");
        source.Open("if (" + variable + " is null)").Line("reader.RejectNull();").Close();
        source.Line();
    }

    /// <summary>The body of a <c>Read</c> of a type that can only be written.</summary>
    public static void WriteOnly(SourceWriter source, JsonTypeSpec type)
    {
        var refuse = "throw new global::System.NotSupportedException(" + Literals.String("The type cannot be read from JSON: " + type.ReadProblem) + ");";
        source.Line(ReadHead(type) + " => " + (type.Type.IsValueType ? "" : "reader.TryReadNull() ? null : ") + refuse);
        if (type.IsFilled)
        {
            source.Line();
            source.Line("internal static void Populate(ref " + Internal + "JsonReader reader, " + (type.Type.IsValueType ? "ref " : "") + type.Type.FullName + " value) => " + refuse);
        }
    }

    private static void EmitNullable(SourceWriter source, JsonTypeSpec type)
    {
        source.Open(WriteHead(type));
        source.Open("if (value is { } some)");
        source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "some"));
        source.Close();
        source.Open("else").Line("writer.WriteNull();").Close();
        source.Close();
        source.Line();
        source.Line(ReadHead(type) + " => reader.TryReadNull() ? default(" + type.Type.FullName + ") : " + JsonValueCode.Read(type.Element!, type.NumberHandling) + ";");
    }

    private static void Method(SourceWriter source, string text) => source.Line(text).Line();
}
