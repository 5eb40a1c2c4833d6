namespace Covet.Generators.Tests.Json;

public sealed class JsonRoundTripTests
{
    private const string Attributed = """


        [JsonModel]
        public sealed class Attributes
        {
            [JsonPropertyName("a \"quoted\" n\u00e4me")] public int Named { get; set; } = 1;
            [JsonPropertyOrder(-1)] public int First { get; set; } = 2;
            [JsonIgnore] public int Hidden { get; set; } = 3;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Null { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Default { get; set; }
            [JsonInclude] internal int Field = 4;
            [JsonInclude] private int Secret { get; set; } = 5;
            [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] public List<int> Numbers { get; set; } = [1];
            [JsonConverter(typeof(JsonStringEnumConverter))] public Colours? Colour { get; set; } = Colours.Red | Colours.Blue;
            public Money Money { get; set; }
            [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; }
        }

        [Flags] public enum Colours { None, Red, Green, [JsonStringEnumMemberName("bleu")] Blue = 4 }

        [JsonConverter(typeof(MoneyConverter))] public readonly record struct Money(int Cents);

        public sealed class MoneyConverter : JsonConverter<Money>
        {
            public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(int.Parse(reader.GetString()!));
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.Cents.ToString());
        }

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), 4)]
        [JsonModel] public abstract class Shape { public string Name { get; set; } = "s"; }
        public sealed class Circle : Shape { public int Radius { get; set; } }
        public sealed class Square : Shape;

        [JsonModel, JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
        public sealed class Strict { public required int A { get; init; } [JsonIgnore] public int Ignored { get; set; } }

        [JsonModel, JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
        public sealed class Filled
        {
            public List<int> Items { get; } = [1];
            public Dictionary<string, int> Map { get; } = new() { ["a"] = 1 };
            public Point Inner { get; } = new() { Y = 5 };
            public sealed class Point { public int X { get; set; } public int Y { get; set; } }
        }

        public class Base1
        {
            public int Id { get; set; }
            public virtual string? Name { get; set; }
            [JsonModel] public sealed class Derived : Base1 { public override string? Name { get; set; } public int Last { get; set; } }
        }

        [JsonModel] public sealed class Chosen
        {
            public Chosen() => X = -1;
            [JsonConstructor] internal Chosen(int x, int y = 9) => (X, Y) = (x, y);
            public int X { get; }
            public int Y { get; }
            public int Z { get; init; } = 3;
        }
        """;

    [Fact]
    public void Each_attribute_is_decided_when_the_code_is_written() =>
        GeneratorTestHelper.Verify(JsonProgram.WithUsings(Attributed), static file => file is "Json.Attributes.g.cs" or "Json.Chosen.g.cs" or "Json.Strict.g.cs");

    [Fact]
    public void Members_of_every_simple_type_are_written_and_read_as_SystemTextJson_does() => Assert.Empty(JsonProgram.Run("""
        public static class Program
        {
            public static string Run() =>
                Same.Write(new Simple())
                + Same.Write(new Simple { Text = "h\u00e9llo \"<>&'+` \u2028 \ud83d\ude00 \t", Letter = '\u00e9', Real = -1.7976931348623157E+308, Money = 79228162514264337593543950335m, Day = new(2024, 2, 29), Moment = new(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), Time = new(23, 59, 59, 123), Bytes = [1, 255], Address = new("http://a/b?c=d&e"), Version = new(1, 2, 3, 4), Big = Int128.MinValue, Small = (Half)1.5, Any = 5, Some = 7 })
                + Same.Read<Simple>("{\"LETTER\":\"x\",\"whole\":\"12\",\"real\":\"1.5\"}")
                + Same.Read<Simple>("{\"whole\":1e2}")
                + Same.Read<Simple>("{\"whole\":12345678901}")
                + Same.Read<Simple>("{\"text\":\"\\ud800\"}")
                + Same.Read<Simple>("{\"moment\":\"2024-01-02T03:04:05.1234567+02:00\"}")
                + Same.Read<Simple>("{\"element\":{\"a\":[1,null]}}");
        }

        [JsonModel]
        public sealed class Simple
        {
            public string? Text { get; set; }
            public char Letter { get; set; } = 'a';
            public bool Flag { get; set; }
            public sbyte S8 { get; set; } = -8;
            public byte U8 { get; set; } = 8;
            public short S16 { get; set; } = -16;
            public ushort U16 { get; set; } = 16;
            public int Whole { get; set; } = int.MinValue;
            public uint U32 { get; set; } = uint.MaxValue;
            public long S64 { get; set; } = long.MinValue;
            public ulong U64 { get; set; } = ulong.MaxValue;
            public Int128 Big { get; set; }
            public UInt128 UBig { get; set; } = UInt128.MaxValue;
            public Half Small { get; set; }
            public float Single { get; set; } = 3.4e38f;
            public double Real { get; set; } = 12.25;
            public decimal Money { get; set; } = 1.50m;
            public Guid Id { get; set; } = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");
            public DateTime Moment { get; set; }
            public DateTimeOffset Stamp { get; set; } = new(2024, 1, 2, 3, 4, 5, 60, TimeSpan.FromHours(-3.5));
            public DateOnly Day { get; set; }
            public TimeOnly Time { get; set; }
            public TimeSpan Span { get; set; } = TimeSpan.FromTicks(-12345678901234);
            public Uri? Address { get; set; }
            public Version? Version { get; set; }
            public byte[]? Bytes { get; set; }
            public ReadOnlyMemory<byte> Memory { get; set; } = new byte[] { 9 };
            public object? Any { get; set; }
            public int? Some { get; set; }
            public JsonElement? Element { get; set; }
            public JsonNode? Node { get; set; }
        }
        """));

    [Fact]
    public void Collections_and_dictionaries_are_written_and_read_as_SystemTextJson_does() => Assert.Empty(JsonProgram.Run("""
        public static class Program
        {
            public static string Run() => Same.Write(new Collections());
        }

        public enum Level { Low, High }

        public sealed class Own : List<int>;

        [JsonModel]
        public sealed class Collections
        {
            public int[] Array { get; set; } = [1, 2];
            public int[][] Jagged { get; set; } = [[1], []];
            public List<string?> List { get; set; } = ["x", null];
            public IEnumerable<int> Enumerable { get; set; } = [1];
            public IReadOnlyList<Item> Items { get; set; } = [new(1), new(2)];
            public HashSet<int> Hash { get; set; } = [1, 2];
            public ISet<string> Set { get; set; } = new HashSet<string> { "q" };
            public ImmutableArray<int> ImmutableArray { get; set; } = [1, 2, 3];
            public ImmutableList<string> ImmutableList { get; set; } = ["a"];
            public IImmutableSet<int> ImmutableSet { get; set; } = ImmutableHashSet.Create(1);
            public Queue<int> Queue { get; set; } = new([1, 2]);
            public Stack<int> Stack { get; set; } = new([1, 2]);
            public LinkedList<int> Linked { get; set; } = new([1, 2]);
            public SortedSet<int> Sorted { get; set; } = [2, 1];
            public Own Own { get; set; } = [1];
            public Memory<int> Memory { get; set; } = new[] { 1, 2 };
            public System.Collections.ArrayList Untyped { get; set; } = [1, "x", null];
            public Dictionary<string, int> Texts { get; set; } = new() { ["a b"] = 1, ["\u00e9\""] = 2 };
            public Dictionary<int, Item?> Numbers { get; set; } = new() { [1] = new(1), [2] = null };
            public IReadOnlyDictionary<Guid, int> Guids { get; set; } = new Dictionary<Guid, int> { [Guid.Empty] = 1 };
            public ImmutableDictionary<string, int> ImmutableTexts { get; set; } = ImmutableDictionary<string, int>.Empty.Add("a", 1);
            public SortedDictionary<Level, int> Levels { get; set; } = new() { [Level.High] = 1, [(Level)9] = 2 };
            public Dictionary<bool, int> Flags { get; set; } = new() { [true] = 1 };
            public Dictionary<DateTime, int> Moments { get; set; } = new() { [new(2020, 1, 1)] = 1 };
            public Dictionary<double, int> Reals { get; set; } = new() { [1.5] = 1 };
            public IDictionary<string, object?> Anything { get; set; } = new Dictionary<string, object?> { ["n"] = null, ["x"] = 1 };
        }

        public sealed record Item(int Id);
        """));

    [Fact]
    public void Attributes_of_SystemTextJson_are_honoured() => Assert.Empty(JsonProgram.Run("""
        public static class Program
        {
            public static string Run() =>
                Same.Write(new Attributes()) + Same.Write(new Attributes { Null = "x", Default = 1, Money = new(7) })
                + Same.Write<Shape>(new Circle { Radius = 2 }) + Same.Write<Shape>(new Square()) + Same.Write(new List<Shape> { new Circle() })
                + Same.Read<Shape>("{\"kind\":\"circle\",\"radius\":3}") + Same.Read<Shape>("{\"radius\":3,\"kind\":\"circle\"}") + Same.Read<Shape>("{\"kind\":\"cube\"}")
                + Same.Read<Attributes>("{\"numbers\":[\"1\",2],\"unknown\":{\"a\":1}}")
                + Same.Read<Strict>("{\"a\":1,\"b\":2}") + Same.Read<Strict>("{\"a\":1,\"ignored\":2}") + Same.Read<Strict>("{}")
                + Same.Read<Filled>("{\"items\":[2],\"map\":{\"b\":2},\"inner\":{\"x\":1}}")
                + Same.Write(new Base1.Derived { Id = 1, Name = "n" }) + Same.Read<Chosen>("{\"x\":1,\"y\":2}");
        }
        """.Insert(0, "[assembly: JsonModel(typeof(List<Shape>))]\n") + Attributed));

    [Fact]
    public void Records_structs_generic_nested_and_recursive_types_are_written_and_read() => Assert.Empty(JsonProgram.Run("""
        [assembly: JsonModel(typeof(Box<int?>))]
        [assembly: JsonModel(typeof(Box<string>))]

        public static class Program
        {
            public static string Run() =>
                Same.Write(new Person("a", null) { Parent = new("b", 3) })
                + Same.Write(new Point(1, 2)) + Same.Write(new Mutable { X = 1 }) + Same.Write(new Frozen(3))
                + Same.Write(new Box<int?> { Value = 5, Init = 7 }) + Same.Write(new Box<string> { Value = "x", Init = "y" })
                + Same.Write(new Outer.Inner<int>.Leaf { Value = 1 })
                + Same.Write(new @event { @class = 1, @namespace = "n" });
        }

        [JsonModel] public sealed record Person(string Name, int? Age) { public List<string> Tags { get; init; } = []; public Person? Parent { get; set; } }
        [JsonModel] public readonly record struct Point(int X, int Y);
        [JsonModel] public struct Mutable { public int X { get; set; } public readonly int Twice => 2 * X; }
        [JsonModel] public readonly struct Frozen { [JsonConstructor] public Frozen(int x) => X = x; public int X { get; } }
        public sealed class Box<T> { public T? Value { get; set; } public T? Init { get; init; } }
        public static class Outer { public static class Inner<T> { public sealed class Leaf { public T? Value { get; set; } } } }
        [JsonModel] public sealed class @event { public int @class { get; set; } public string? @namespace { get; set; } }
        """.Insert(0, "[assembly: JsonModel(typeof(Outer.Inner<int>.Leaf))]\n")));
}
