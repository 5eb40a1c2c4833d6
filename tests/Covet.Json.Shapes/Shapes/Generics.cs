namespace Covet.Json.Shapes;

public sealed record Box<T>(T Value, string? Label);

public sealed class Pair<TFirst, TSecond>
{
    public TFirst? First { get; set; }

    public TSecond? Second { get; set; }
}

public sealed class Page<T>
{
    public IReadOnlyList<T> Items { get; init; } = [];

    public int Total { get; init; }

    public Page<T>? Next { get; init; }
}

public struct GenericStruct<T>
{
    public T? Value { get; set; }
}

public class GenericBase<T>
{
    public T? Value { get; set; }
}

[JsonModel]
public sealed class ClosedGeneric : GenericBase<int>
{
    public string? Name { get; set; }
}

[JsonModel]
public sealed class GenericMembers
{
    public Box<int>? Ints { get; set; }

    public Box<string?>? Strings { get; set; }

    public Pair<Point, List<Box<int>>>? Pairs { get; set; }

    public Page<Person>? People { get; set; }

    public GenericStruct<int>? Struct { get; set; }

    public KeyValuePair<string, int> KeyValue { get; set; }

    public List<KeyValuePair<int, string?>>? KeyValues { get; set; }
}
