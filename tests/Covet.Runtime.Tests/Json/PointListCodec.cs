namespace Covet.Runtime.Tests.Json;

/// <summary>A list's codec as the generator writes it, by hand.</summary>
internal readonly struct PointListCodec : IJsonCodec<List<Point>>, IJsonPiecewiseCodec<List<Point>>
{
    public static void Write(ref JsonWriter writer, List<Point> value)
    {
        writer.BeginArray();
        foreach (var item in value)
        {
            writer.BeginItem();
            PointCodec.Write(ref writer, item);
        }

        writer.EndArray();
    }

    public static List<Point>? Read(ref JsonReader reader)
    {
        if (reader.TryReadNull() || !reader.BeginArray())
        {
            return null;
        }

        var list = new List<Point>();
        while (reader.NextItem())
        {
            list.Add(PointCodec.Read(ref reader)!);
        }

        return list;
    }

    public object Begin() => new List<Point>();

    public int ReadItems(ref JsonReader reader, object items)
    {
        var list = Read(ref reader) ?? [];
        ((List<Point>)items).AddRange(list);
        return list.Count;
    }

    public List<Point> End(object items) => (List<Point>)items;
}
