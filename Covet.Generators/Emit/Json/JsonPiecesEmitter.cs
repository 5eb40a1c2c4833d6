using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits how a collection is read in pieces, where it is a body that is longer than one likes to have in memory.</summary>
internal static class JsonPiecesEmitter
{
    private const string Generic = "global::System.Collections.Generic.";

    /// <summary>
    /// Whether a collection can be read in pieces: not where its item is not known to the compiler, and not where it is a structure,
    /// except <c>ImmutableArray&lt;T&gt;</c>.
    /// </summary>
    public static bool IsPiecewise(JsonTypeSpec type) => type is { Shape: JsonShape.Collection, IsUntyped: false, ReadProblem: null }
        && (type.CollectionKind == JsonCollectionKind.Immutable || !type.Type.IsValueType);

    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        var gatherer = Gatherer(type);
        source.Line("/// <summary>Makes what the items of a long body are added to.</summary>");
        source.Line("public object Begin() => new " + gatherer + "();");
        source.Line();
        source.Line("/// <summary>Adds the items of one of the pieces that a long body is read in.</summary>");
        source.Open("public int ReadItems(ref " + JsonCodecEmitter.Internal + "JsonReader reader, object items)");
        source.Line("var target = (" + (type.FillInterface ?? gatherer) + ")items;");
        source.Line("var count = 0;");
        source.Open("if (reader.BeginArray())");
        source.Open("while (reader.NextItem())");
        source.Line("count++;");
        JsonCollectionReadEmitter.Item(source, type, "target." + JsonCollectionReadEmitter.AddMethod(type) + "(", ");");
        source.Close().Close();
        source.Line();
        source.Line("return count;");
        source.Close();
        source.Line();
        source.Line("/// <summary>The collection of all items.</summary>");
        source.Line("public " + type.Type.FullName + " End(object items) => " + End(type, gatherer) + ";");
        source.Line();
    }

    private static string Gatherer(JsonTypeSpec type)
    {
        var item = JsonCollectionEmitter.ItemType(type);
        return type.CollectionKind switch
        {
            JsonCollectionKind.Array or JsonCollectionKind.List or JsonCollectionKind.Immutable => Generic + "List<" + item + ">",
            JsonCollectionKind.Set => Generic + "HashSet<" + item + ">",
            _ => type.Type.FullName,
        };
    }

    private static string End(JsonTypeSpec type, string gatherer) => type.CollectionKind switch
    {
        JsonCollectionKind.Array => "((" + gatherer + ")items).ToArray()",
        JsonCollectionKind.Immutable => type.CreateType + ".Create((global::System.ReadOnlySpan<" + JsonCollectionEmitter.ItemType(type)
            + ">)global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan((" + gatherer + ")items))",
        _ => "(" + gatherer + ")items",
    };
}
