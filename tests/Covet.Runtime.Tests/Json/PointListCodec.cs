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

    public List<Point> Join(IReadOnlyList<List<Point>> pieces) => JsonPieces.ToList(pieces);
}
