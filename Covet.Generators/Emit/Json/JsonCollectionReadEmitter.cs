using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the reading of a collection.</summary>
internal static class JsonCollectionReadEmitter
{
    private const string Generic = "global::System.Collections.Generic.";

    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        if (type.ReadProblem is not null)
        {
            JsonCodecEmitter.WriteOnly(source, type);
            return;
        }

        JsonCodecEmitter.OpenRead(source, type);
        var item = JsonCollectionEmitter.ItemType(type);
        switch (type.CollectionKind)
        {
            case JsonCollectionKind.Array:
                if (type.Type.IsValueType)
                {
                    source.Open("if (reader.TryReadNull())").Line("return default;").Close();
                    source.Line();
                }

                Gather(source, type);
                source.Line("return items.ToArray();");
                break;
            case JsonCollectionKind.List:
                Gather(source, type);
                source.Line("return items.ToList();");
                break;
            case JsonCollectionKind.Immutable:
                Gather(source, type);
                source.Line("return items.Release(" + type.CreateType + ".Create(items.Span));");
                break;
            default:
                source.Line("var items = new " + (type.CollectionKind == JsonCollectionKind.Set ? Generic + "HashSet<" + item + ">" : type.Type.FullName) + "();");
                source.Line("Populate(ref reader, " + (type.Type.IsValueType ? "ref " : "") + "items);");
                source.Line("return items;");
                break;
        }

        source.Close();
        source.Line();
        if (JsonPiecesEmitter.IsPiecewise(type))
        {
            JsonPiecesEmitter.Emit(source, type);
        }

        EmitPopulate(source, type);
    }

    /// <summary>Gathers the items in a buffer that is lent; ends reading where the value is no array.</summary>
    public static void Gather(SourceWriter source, JsonTypeSpec type)
    {
        source.Open("if (!reader.BeginArray())").Line("return default;").Close();
        source.Line();
        source.Line("var items = new " + JsonCodecEmitter.Internal + "JsonItems<" + JsonCollectionEmitter.ItemType(type) + ">();");
        source.Open("while (reader.NextItem())");
        Item(source, type, "items.Add(", ");");
        source.Close();
        source.Line();
    }

    /// <summary>Reads one item and gives it to a statement.</summary>
    public static void Item(SourceWriter source, JsonTypeSpec type, string before, string after)
    {
        var suffix = type.Element!.IsValueType || type.ElementAnnotated ? "" : "!";
        var nullable = type.ElementNullable || !type.Options.RespectNullableAnnotations;
        if (!JsonValueCode.NeedsNullCheck(type.Element, nullable))
        {
            var read = nullable ? JsonValueCode.Read(type.Element, type.NumberHandling) : JsonValueCode.ReadRequired(type.Element, type.NumberHandling);
            source.Line(before + read + suffix + after);
            return;
        }

        JsonCodecEmitter.ReadInto(source, "item", type.Element, type.NumberHandling, nullable);
        source.Line(before + "item" + suffix + after);
    }

    /// <summary>The method by which a collection takes an item.</summary>
    public static string AddMethod(JsonTypeSpec type) => type.CollectionKind switch
    {
        JsonCollectionKind.Enqueue => "Enqueue",
        JsonCollectionKind.Push => "Push",
        _ => "Add",
    };

    // Fills a collection that exists.
    private static void EmitPopulate(SourceWriter source, JsonTypeSpec type)
    {
        if (type.CollectionKind is JsonCollectionKind.Array or JsonCollectionKind.Immutable || (type.CollectionKind == JsonCollectionKind.List && IsReadOnly(type.Type.FullName)))
        {
            return;
        }

        var isBoxed = type.FillInterface is not null && type.Type.IsValueType;
        var parameter = type.CollectionKind == JsonCollectionKind.Set && IsReadOnly(type.Type.FullName) ? Generic + "HashSet<" + JsonCollectionEmitter.ItemType(type) + ">" : type.Type.FullName;
        source.Open("internal static void Populate(ref " + JsonCodecEmitter.Internal + "JsonReader reader, " + (type.Type.IsValueType ? "ref " : "") + parameter + " value)");
        source.Open("if (!reader.BeginArray())").Line("return;").Close();
        source.Line();
        if (type.FillInterface is not null)
        {
            source.Line(type.FillInterface + " items = value;");
        }

        var target = type.FillInterface is null ? "value" : "items";
        source.Open("while (reader.NextItem())");
        Item(source, type, target + "." + AddMethod(type) + "(", ");");
        source.Close();
        if (isBoxed)
        {
            source.Line();
            source.Line("value = (" + type.Type.FullName + ")items;");
        }

        source.Close();
        source.Line();
    }

    private static bool IsReadOnly(string fullName) =>
        fullName.StartsWith(Generic + "IEnumerable<", StringComparison.Ordinal) || fullName.StartsWith(Generic + "IReadOnly", StringComparison.Ordinal)
        || fullName is "global::System.Collections.IEnumerable" or "global::System.Collections.ICollection";
}
