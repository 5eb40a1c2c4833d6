using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>Emits the codec of a collection.</summary>
internal static class JsonCollectionEmitter
{
    private const string Generic = "global::System.Collections.Generic.";

    public static void Emit(SourceWriter source, JsonTypeSpec type)
    {
        Write(source, type);
        JsonCollectionReadEmitter.Emit(source, type);
    }

    /// <summary>Emits the codec of an <c>IAsyncEnumerable&lt;T&gt;</c>, whose items endpoints stream by themselves.</summary>
    public static void EmitAsync(SourceWriter source, JsonTypeSpec type)
    {
        source.Line(JsonCodecEmitter.WriteHead(type) + " => throw new global::System.NotSupportedException(\"An asynchronous sequence is written a piece at a time: return it from an endpoint.\");");
        source.Line();
        JsonCodecEmitter.OpenRead(source, type);
        JsonCollectionReadEmitter.Gather(source, type);
        source.Line("return " + JsonCodecEmitter.Internal + "JsonAsync.From(items.ToArray());");
        source.Close();
    }

    private static void Write(SourceWriter source, JsonTypeSpec type)
    {
        JsonCodecEmitter.OpenWrite(source, type);
        var item = ItemType(type);
        var span = Span(type);
        if (span is not null)
        {
            source.Line("WriteItems(ref writer, " + span + ");");
            source.Close();
            source.Line();
            WriteItems(source, type, item);
            return;
        }

        // What an interface most often holds is a list or an array.
        if (!type.IsUntyped && type.Type.FullName.StartsWith(Generic + "I", StringComparison.Ordinal) && type.CollectionKind == JsonCollectionKind.List)
        {
            source.Open("if (value is " + Generic + "List<" + item + "> list)");
            source.Line("WriteItems(ref writer, global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));").Line("return;").Close();
            source.Line();
            source.Open("if (value is " + ArrayOf(item) + " array)").Line("WriteItems(ref writer, array);").Line("return;").Close();
            source.Line();
        }

        var isIndented = type.Options.WriteIndented;
        source.Line(isIndented ? "writer.BeginArray();" : "writer.BeginItems();");
        if (!isIndented)
        {
            source.Line("var comma = false;");
        }

        source.Open("foreach (" + (type.IsUntyped ? "object?" : "var") + " item in " + (type.EnumerateAs is { } contract ? "(" + contract + ")value" : "value") + ")");
        if (isIndented)
        {
            source.Line("writer.BeginItem();");
        }
        else
        {
            source.Open("if (comma)").Line("writer.WriteRaw((byte)',');").Close();
            source.Line();
            source.Line("comma = true;");
        }

        source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "item"));
        source.Close();
        source.Line();
        source.Line(isIndented ? "writer.EndArray();" : "writer.EndItems();");
        source.Close();
        source.Line();
        if (!type.IsUntyped && type.Type.FullName.StartsWith(Generic + "I", StringComparison.Ordinal) && type.CollectionKind == JsonCollectionKind.List)
        {
            WriteItems(source, type, item);
        }
    }

    private static void WriteItems(SourceWriter source, JsonTypeSpec type, string item)
    {
        source.Open("private static void WriteItems(ref " + JsonCodecEmitter.Internal + "JsonWriter writer, global::System.ReadOnlySpan<" + item + "> items)");
        if (type.Options.WriteIndented)
        {
            source.Line("writer.BeginArray();");
            source.Open("foreach (ref readonly var item in items)");
            source.Line("writer.BeginItem();");
            source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "item"));
            source.Close();
            source.Line();
            source.Line("writer.EndArray();");
        }
        else
        {
            source.Open("if (items.IsEmpty)").Line("writer.WriteRaw(\"[]\"u8);").Line("return;").Close();
            source.Line();
            source.Line("writer.BeginItems();");
            source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "items[0]"));
            source.Open("for (var i = 1; i < items.Length; i++)");
            source.Line("writer.WriteRaw((byte)',');");
            source.Line(JsonValueCode.Write(type.Element!, type.NumberHandling, "items[i]"));
            source.Close();
            source.Line();
            source.Line("writer.EndItems();");
        }

        source.Close();
        source.Line();
    }

    // The items as a span, where the collection has them in a row.
    private static string? Span(JsonTypeSpec type) => type switch
    {
        { IsUntyped: true } => null,
        { CollectionKind: JsonCollectionKind.Array } => type.Type.IsValueType ? "value.Span" : "value",
        { CollectionKind: JsonCollectionKind.List } when type.Type.FullName.StartsWith(Generic + "List<", StringComparison.Ordinal) => "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)",
        { CollectionKind: JsonCollectionKind.Immutable } when type.Type.IsValueType => "value.AsSpan()",
        _ => null,
    };

    /// <summary>The item's type with its annotation.</summary>
    public static string ItemType(JsonTypeSpec type) => type.Element!.FullName + (type.ElementAnnotated && !type.Element.IsValueType ? "?" : "");

    /// <summary>An array type of an item, which may be an array itself.</summary>
    public static string ArrayOf(string item) => item + "[]";
}
