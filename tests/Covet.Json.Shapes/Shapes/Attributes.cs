using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Covet.Json.Shapes;

[JsonModel]
public sealed class RenamedMembers
{
    [JsonPropertyName("id")]
    public int Number { get; set; }

    [JsonPropertyName("with \"quotes\" \\ and \n <html> & 'unicode' ü € 😀")]
    public string? Hostile { get; set; }

    [JsonPropertyName("")]
    public int EmptyName { get; set; }

    [JsonPropertyName("$ref")]
    public string? Ref { get; set; }

    [JsonPropertyName("UPPER")]
    public int Upper { get; set; }

    [JsonPropertyName("a.b['c']")]
    public int Pathological { get; set; }
}

[JsonModel]
public sealed class IgnoredMembers
{
    [JsonIgnore]
    public int Never { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Always)]
    public int Always { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WhenNull { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? WhenNullValue { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WhenDefault { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? WhenDefaultText { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PointStruct WhenDefaultStruct { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Guid WhenDefaultGuid { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal WhenDefaultDecimal { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double WhenDefaultDouble { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Colour WhenDefaultEnum { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? WrittenAlways { get; set; }
}

[JsonModel]
public sealed class AllIgnorable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? First { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Second { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Third { get; set; }
}

[JsonModel]
public sealed class FirstIgnorable
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? First { get; set; }

    public int Second { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Third { get; set; }

    public int Fourth { get; set; }
}

[JsonModel]
public sealed class IgnoredConstructorParameter(int number, string? hidden)
{
    public int Number { get; } = number;

    [JsonIgnore]
    public string? Hidden { get; } = hidden;
}

[JsonModel]
public class OrderedMembers
{
    public int Third { get; set; }

    [JsonPropertyOrder(-5)]
    public int First { get; set; }

    [JsonPropertyOrder(10)]
    public int Last { get; set; }

    [JsonPropertyOrder(-1)]
    public int Second { get; set; }

    public int Fourth { get; set; }
}

[JsonModel]
public sealed class OrderedDerived : OrderedMembers
{
    [JsonPropertyOrder(-3)]
    public int Between { get; set; }

    public int Own { get; set; }
}

[JsonModel]
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed class NumbersFromStrings
{
    public int Int { get; set; }

    public double? Double { get; set; }

    public decimal Decimal { get; set; }

    public List<long>? Longs { get; set; }

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public int Strict { get; set; }
}

[JsonModel]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed class StrictNumbers
{
    public int Int { get; set; }

    public float Float { get; set; }

    public ulong? ULong { get; set; }

    public List<short>? Shorts { get; set; }
}

[JsonModel]
public sealed class NumbersAsStrings
{
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public int WrittenOnly { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long Long { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public decimal? Decimal { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public List<double>? Doubles { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public Dictionary<string, int>? Map { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public Int128 Wide { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public byte Byte { get; set; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public Half Half { get; set; }
}

[JsonModel]
public sealed class NamedFloats
{
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double Double { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public float? Float { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public Half Half { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public List<double>? Doubles { get; set; }
}

[JsonModel]
public sealed class ExtensionElements
{
    public int Known { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

[JsonModel]
public sealed class ExtensionObjects
{
    public int Known { get; set; }

    [JsonExtensionData]
    public Dictionary<string, object>? Rest { get; set; }

    public string? After { get; set; }
}

[JsonModel]
public sealed class ExtensionNode
{
    public int Known { get; set; }

    [JsonExtensionData]
    public JsonObject? Rest { get; set; }
}

[JsonModel]
public sealed class ExtensionInterface
{
    public string? Known { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

[JsonModel]
public sealed record ExtensionRecord(int Known)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }
}

[JsonModel]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class DisallowUnmapped
{
    public int Known { get; set; }

    public AllowUnmapped? Inner { get; set; }
}

[JsonModel]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed class AllowUnmapped
{
    public int Known { get; set; }
}

[JsonModel]
public sealed class PopulatedMembers
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<int> Numbers { get; } = [1, 2, 3];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Dictionary<string, int> Map { get; } = new() { ["a"] = 1 };

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public PlainClass Object { get; } = new() { Text = "kept", Number = 9 };

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public List<int> Replaced { get; set; } = [4];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<string>? Absent { get; set; }
}

[JsonModel]
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class PopulatedType
{
    public List<int> Numbers { get; } = [1];

    public HashSet<int> Set { get; set; } = [7];

    public System.Collections.Queue Queue { get; } = new(new object[] { 1, "a" });

    public System.Collections.Stack Stack { get; } = new(new object[] { 1, "a" });

    public PlainClass Object { get; set; } = new() { Number = 3 };

    public int Number { get; set; }
}

[JsonModel]
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public sealed class FilledMembers
{
    [JsonInclude]
    public FilledStruct Field = new() { X = 13, Y = 14 };

    public FilledStruct Struct { get; set; } = new() { X = 1, Y = 2 };

    public FilledStruct? Nullable { get; set; } = new() { X = 3, Y = 4 };

    public FilledStruct? Absent { get; set; }

    public FilledStruct Initial { get; init; } = new() { X = 5, Y = 6 };

    public FilledStruct ReadOnly { get; } = new() { X = 7, Y = 8 };

    public FilledRecord Record { get; set; } = new(9, "kept");

    public FilledRecord ReadOnlyRecord { get; } = new(10, "kept");

    public FilledPair Pair { get; set; } = new(11, new() { X = 12 });

    public FilledPair? NullablePair { get; set; } = new(15, new() { X = 16 });

    public FilledItems Items { get; set; } = new() { 1 };

    public ClosedPair<int> Generic { get; set; } = new(19, 20);

    public FilledMap Map { get; set; } = new() { ["a"] = 1 };

    public Memory<int> Memory { get; set; } = new[] { 1, 2 };

    public FilledRequired Required { get; } = new(1) { Name = "kept" };

    public FilledParameters Parameters { get; } = new(23, [24], "kept") { Name = "kept" };

    // Without a setter, as no random value knows that T is a string that is not null.
    public FilledGeneric<string>? GenericRecord { get; } = new("kept");

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public FilledStruct Replaced { get; set; } = new() { X = 21, Y = 22 };
}

[JsonModel]
public sealed class FilledConstructor
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public FilledConstructed Constructed { get; } = new(17) { Rest = 18 };
}

public struct FilledStruct
{
    public FilledStruct()
    {
    }

    public int X { get; set; } = 100;

    public int Y { get; set; } = 200;
}

public sealed record FilledRecord(int Number, string Text)
{
    public List<int> Numbers { get; set; } = [1];
}

public record struct FilledPair(int First, FilledStruct Second);

public sealed class FilledConstructed(int number)
{
    public int Number { get; } = number;

    public int Rest { get; set; }
}

public readonly record struct ClosedPair<T>(T First, T Second);

public sealed record FilledParameters(int Number, List<int> Numbers, [property: JsonRequired] string Demanded)
{
    public required string Name { get; init; }

    public Dictionary<string, int> Map { get; init; } = new() { ["a"] = 1 };
}

public record FilledGeneric<T>(T Value)
{
    public T? Initial { get; init; }

    public List<T> Items { get; } = [];
}

public class FilledRequired(int number)
{
    public int Number { get; set; } = number;

    public required string Name { get; set; }

    public int Rest { get; set; }
}

[JsonModel]
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
public class FilledBase
{
    public List<int> Numbers { get; } = [1];
}

[JsonModel]
public sealed class FilledDerived : FilledBase
{
    public List<int> Others { get; } = [2];
}

public struct FilledMap : IDictionary<string, int>
{
    private Dictionary<string, int>? items;

    public readonly ICollection<string> Keys => Items.Keys;

    public readonly ICollection<int> Values => Items.Values;

    public readonly int Count => Items.Count;

    public readonly bool IsReadOnly => false;

    private readonly Dictionary<string, int> Items => items ?? [];

    public int this[string key]
    {
        readonly get => Items[key];
        set => (items ??= [])[key] = value;
    }

    public void Add(string key, int value) => (items ??= []).Add(key, value);

    public void Add(KeyValuePair<string, int> item) => Add(item.Key, item.Value);

    public void Clear() => items = null;

    public readonly bool Contains(KeyValuePair<string, int> item) => Items.Contains(item);

    public readonly bool ContainsKey(string key) => Items.ContainsKey(key);

    public readonly void CopyTo(KeyValuePair<string, int>[] array, int arrayIndex) => ((ICollection<KeyValuePair<string, int>>)Items).CopyTo(array, arrayIndex);

    public readonly bool Remove(string key) => Items.Remove(key);

    public readonly bool Remove(KeyValuePair<string, int> item) => Items.Remove(item.Key);

    public readonly bool TryGetValue(string key, out int value) => Items.TryGetValue(key, out value);

    public readonly IEnumerator<KeyValuePair<string, int>> GetEnumerator() => Items.GetEnumerator();

    readonly System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

public struct FilledItems : ICollection<int>
{
    private List<int>? items;

    public readonly int Count => items?.Count ?? 0;

    public readonly bool IsReadOnly => false;

    public void Add(int item) => (items ??= []).Add(item);

    public void Clear() => items = null;

    public readonly bool Contains(int item) => items?.Contains(item) ?? false;

    public readonly void CopyTo(int[] array, int arrayIndex) => items?.CopyTo(array, arrayIndex);

    public readonly bool Remove(int item) => items?.Remove(item) ?? false;

    public readonly IEnumerator<int> GetEnumerator() => (items ?? []).GetEnumerator();

    readonly System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

[JsonModel]
public sealed class PlainClass
{
    public int Number { get; set; }

    public string? Text { get; set; }
}

[JsonModel]
public sealed class SpecificConstructor
{
    public SpecificConstructor()
    {
    }

    [JsonConstructor]
    public SpecificConstructor(int number) => Number = number;

    public int Number { get; }

    public string? Other { get; set; }
}

[JsonModel]
public sealed class InternalConstructor
{
    [JsonConstructor]
    internal InternalConstructor(int number) => Number = number;

    public int Number { get; }
}
