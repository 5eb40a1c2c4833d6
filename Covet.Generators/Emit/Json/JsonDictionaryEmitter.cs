using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the codec of a dictionary.</summary>
internal static class JsonDictionaryEmitter
{
    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        Write(source, type);
        Read(source, type);
    }

    private static void Write(SourceWriter source, JsonTypeSpec type)
    {
        JsonCodecEmitter.OpenWrite(source, type);
        source.Line("writer.BeginObject();");
        if (type.IsUntyped)
        {
            source.Open("foreach (global::System.Collections.DictionaryEntry item in value)");
            source.Line("writer.BeginItem();");
            source.Open("if (item.Key is string text)").Line("writer.WriteString(" + JsonKeyCode.Named(type, "text") + ");").Close();
            source.Open("else").Line(JsonCodecEmitter.Internal + "JsonKeys.Write(ref writer, item.Key);").Close();
            source.Line();
            source.Line("writer.Colon();");
            source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "item.Value"));
        }
        else
        {
            source.Open("foreach (var item in " + (type.EnumerateAs is { } contract ? "(" + contract + ")value" : "value") + ")");
            JsonKeyCode.Write(source, type, "item.Key");
            source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "item.Value"));
        }

        source.Close();
        source.Line();
        source.Line("writer.EndObject();");
        source.Close();
        source.Line();
    }

    private static void Read(SourceWriter source, JsonTypeSpec type)
    {
        if (type.ReadProblem is not null)
        {
            JsonCodecEmitter.WriteOnly(source, type);
            return;
        }

        JsonCodecEmitter.OpenRead(source, type);
        var isImmutable = type.CollectionKind == JsonCollectionKind.Immutable;
        var made = isImmutable ? "global::System.Collections.Generic.Dictionary<" + type.Key!.FullName + ", " + JsonCollectionEmitter.ItemType(type) + ">" : type.CreateType ?? type.Type.FullName;
        source.Line("var items = new " + made + "();");
        var isStruct = type.Type.IsValueType && !isImmutable;
        source.Line("Populate(ref reader, " + (isStruct ? "ref " : "") + "items);");
        source.Line("return " + (isImmutable ? type.CreateType + ".CreateRange(items)" : "items") + ";");
        source.Close();
        source.Line();
        source.Open("internal static void Populate(ref " + JsonCodecEmitter.Internal + "JsonReader reader, " + (isStruct ? "ref " + made : type.FillInterface ?? made) + " value)");
        if (isStruct && type.FillInterface is { } contract)
        {
            // The interface has a copy of the struct, which is put back.
            source.Line(contract + " boxed = value;");
            Fill(source, type, "boxed");
            source.Line("value = (" + made + ")boxed;");
        }
        else
        {
            Fill(source, type, "value");
        }

        source.Close();

        // A member that is filled may have the interface's type.
        if (type.Type.FullName != made && type.FillInterface is null && !isImmutable && !type.IsUntyped && type.Type.FullName.StartsWith("global::System.Collections.Generic.IDictionary<", StringComparison.Ordinal))
        {
            source.Line();
            source.Open("internal static void Populate(ref " + JsonCodecEmitter.Internal + "JsonReader reader, " + type.Type.FullName + " value)");
            Fill(source, type, "value");
            source.Close();
        }
    }

    private static void Fill(SourceWriter source, JsonTypeSpec type, string target)
    {
        source.Open("if (!reader.BeginObject())").Line("return;").Close();
        source.Line();
        source.Open("while (reader.NextMember(out var name))");
        source.Line("var key = " + JsonKeyCode.Read(type) + ";");
        if (!type.Options.AllowDuplicateProperties)
        {
            source.Open("if (" + target + "." + (type.IsUntyped ? "Contains" : "ContainsKey") + "(key))").Line("reader.RecordDuplicate();").Line("continue;").Close();
            source.Line();
        }

        JsonCollectionReadEmitter.Item(source, type, target + "[key] = ", ";");
        source.Close();
        source.Line();
    }
}
