using System.Text.Json.Serialization;

namespace Covet.Json.Shapes;

[JsonModel]
public sealed class Empty;

[JsonModel]
public sealed class OneString
{
    public string? Text { get; set; }
}

[JsonModel]
public sealed class OneRequiredString
{
    public required string Text { get; set; }
}

[JsonModel]
public sealed class NonNullString
{
    public string Text { get; set; } = "";

    [System.Diagnostics.CodeAnalysis.DisallowNull]
    public string? NeverSetToNull { get; set; }

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public string SetToNull { get => setToNull; set => setToNull = value ?? "none"; }

    private string setToNull = "";
}

[JsonModel]
public sealed record Point(int X, int Y);

[JsonModel]
public sealed record Person(string Name, int Age, string? Email);

[JsonModel]
public record struct PointStruct(int X, int Y);

[JsonModel]
public readonly record struct ReadOnlyPoint(double X, double Y, string? Label);

[JsonModel]
public struct PlainStruct
{
    public int Number { get; set; }

    public string? Text { get; set; }
}

[JsonModel]
public readonly struct ConstructedStruct
{
    [JsonConstructor]
    public ConstructedStruct(int number, string? text)
    {
        Number = number;
        Text = text;
    }

    public int Number { get; }

    public string? Text { get; }
}

[JsonModel]
public struct FieldStruct
{
    [JsonInclude]
    public int Number;

    [JsonInclude]
    public string? Text;

    public int NotIncluded;
}

[JsonModel]
public sealed class AllPrimitives
{
    public bool Bool { get; set; }

    public byte Byte { get; set; }

    public sbyte SByte { get; set; }

    public short Short { get; set; }

    public ushort UShort { get; set; }

    public int Int { get; set; }

    public uint UInt { get; set; }

    public long Long { get; set; }

    public ulong ULong { get; set; }

    public Int128 Int128 { get; set; }

    public UInt128 UInt128 { get; set; }

    public Half Half { get; set; }

    public float Float { get; set; }

    public double Double { get; set; }

    public decimal Decimal { get; set; }

    public char Char { get; set; }

    public string? String { get; set; }

    public Guid Guid { get; set; }

    public DateTime DateTime { get; set; }

    public DateTimeOffset DateTimeOffset { get; set; }

    public DateOnly DateOnly { get; set; }

    public TimeOnly TimeOnly { get; set; }

    public TimeSpan TimeSpan { get; set; }

    public Uri? Uri { get; set; }

    public Version? Version { get; set; }

    public byte[]? Bytes { get; set; }

    public Memory<byte> Memory { get; set; }

    public ReadOnlyMemory<byte> ReadOnlyMemory { get; set; }
}

[JsonModel]
public sealed class AllNullables
{
    public bool? Bool { get; set; }

    public byte? Byte { get; set; }

    public sbyte? SByte { get; set; }

    public short? Short { get; set; }

    public ushort? UShort { get; set; }

    public int? Int { get; set; }

    public uint? UInt { get; set; }

    public long? Long { get; set; }

    public ulong? ULong { get; set; }

    public Int128? Int128 { get; set; }

    public UInt128? UInt128 { get; set; }

    public Half? Half { get; set; }

    public float? Float { get; set; }

    public double? Double { get; set; }

    public decimal? Decimal { get; set; }

    public char? Char { get; set; }

    public Guid? Guid { get; set; }

    public DateTime? DateTime { get; set; }

    public DateTimeOffset? DateTimeOffset { get; set; }

    public DateOnly? DateOnly { get; set; }

    public TimeOnly? TimeOnly { get; set; }

    public TimeSpan? TimeSpan { get; set; }

    public PointStruct? Struct { get; set; }

    public Memory<byte>? Memory { get; set; }
}

[JsonModel]
public sealed class DomShapes
{
    public System.Text.Json.JsonElement Element { get; set; }

    public System.Text.Json.JsonElement? MaybeElement { get; set; }

    public System.Text.Json.Nodes.JsonNode? Node { get; set; }

    public System.Text.Json.Nodes.JsonObject? Object { get; set; }

    public System.Text.Json.Nodes.JsonArray? Array { get; set; }

    public System.Text.Json.Nodes.JsonValue? Value { get; set; }

    public object? Any { get; set; }

    public List<object?> Anys { get; set; } = [];
}

[JsonModel]
public class BaseClass
{
    public int Id { get; set; }

    public virtual string? Name { get; set; }

    public string? Shadowed { get; set; }
}

[JsonModel]
public class MiddleClass : BaseClass
{
    public override string? Name { get; set; }

    public DateOnly Day { get; set; }
}

[JsonModel]
public sealed class LeafClass : MiddleClass
{
    public new string? Shadowed { get; set; }

    public int? Leaf { get; set; }
}

[JsonModel]
public record BaseRecord(int Id);

[JsonModel]
public sealed record DerivedRecord(int Id, string Extra) : BaseRecord(Id);

[JsonModel(WriteOnly = true)]
public abstract class AbstractBase
{
    public int Id { get; set; }
}

[JsonModel]
public sealed class ConcreteLeaf : AbstractBase
{
    public string? Name { get; set; }
}

[JsonModel(WriteOnly = true)]
public interface INamed
{
    string? Name { get; }
}

[JsonModel(WriteOnly = true)]
public interface IAged : INamed
{
    int Age { get; set; }
}

[JsonModel]
public sealed class InitOnly
{
    public int Number { get; init; } = 7;

    public string Text { get; init; } = "default";

    public IReadOnlyList<int> Numbers { get; init; } = [1, 2];
}

[JsonModel]
public sealed class RequiredMembers
{
    public required int Number { get; init; }

    public required string? MaybeText { get; set; }

    public required List<string> Texts { get; init; }

    [JsonRequired]
    public int ByAttribute { get; set; }

    public int Optional { get; set; } = 3;
}

[JsonModel]
public sealed record ConstructorDefaults(int Number = 42, string Text = "text", string? Nothing = null, double Ratio = 1.5, Colour Colour = Colour.Green, bool Flag = true, char Letter = 'x', decimal Money = 9.99m, PointStruct Point = default, int? Maybe = 5);

[JsonModel]
public sealed class ConstructorAndSetters
{
    [JsonConstructor]
    public ConstructorAndSetters(int number, string text)
    {
        Number = number;
        Text = text;
    }

    public ConstructorAndSetters()
    {
    }

    public int Number { get; }

    public string Text { get; } = "none";

    public string? Extra { get; set; }

    public int More { get; init; } = 11;
}

[JsonModel]
public sealed class SingleConstructor(string name, int count)
{
    public string Name { get; } = name;

    public int Count { get; } = count;
}

[JsonModel]
public sealed class ManyConstructors
{
    public ManyConstructors()
    {
    }

    public ManyConstructors(int number) => Number = number + 1000;

    public int Number { get; set; }
}

[JsonModel]
public sealed class GetOnly
{
    public int Number => 5;

    public string Text { get; } = "fixed";

    public int Settable { get; set; }

    public List<int> List { get; } = [];
}

[JsonModel]
public sealed class SetOnly
{
    private int number;

    public int Number
    {
        set => number = value;
    }

    public int Seen => number;
}

[JsonModel]
public sealed class PrivateSetters
{
    public int Hidden { get; private set; } = 4;

    [JsonInclude]
    public int Included { get; internal set; } = 5;

    public void Use() => Hidden++;
}

[JsonModel]
public sealed class StaticsAndIndexers
{
    public static int Count { get; set; } = 1;

    public const int Constant = 3;

    public int Number { get; set; }

    public int this[int index] => index;
}

[JsonModel]
public sealed class Fields
{
    [JsonInclude]
    public int Number;

    [JsonInclude]
    [JsonPropertyName("txt")]
    public string? Text;

    [JsonInclude]
    public readonly int Fixed = 8;

    public int Ignored = 9;
}

[JsonModel]
public sealed class Outer
{
    public Inner? First { get; set; }

    public InnerStruct Second { get; set; }

    [JsonModel]
    public sealed class Inner
    {
        public int Number { get; set; }

        public Innermost? Deep { get; set; }

        public sealed record Innermost(string? Text);
    }

    public struct InnerStruct
    {
        public bool Flag { get; set; }
    }
}

[JsonModel]
public sealed class Tree
{
    public string? Name { get; set; }

    public List<Tree>? Children { get; set; }

    public Tree? Next { get; set; }
}

[JsonModel]
public sealed record Ping(int Depth, Pong? Pong);

[JsonModel]
public sealed record Pong(string? Name, Ping? Ping);

[JsonModel]
public sealed class RecursiveDictionary
{
    public Dictionary<string, RecursiveDictionary>? Children { get; set; }
}

[JsonModel]
public class @class
{
    public int @int { get; set; }

    public string? @namespace { get; set; }

    public bool @true { get; set; }
}

[JsonModel]
public sealed class UnicodeNames
{
    public int Größe { get; set; }

    public string? Имя { get; set; }

    public int İ { get; set; }

    public int ÄÖ { get; set; }

    public int URLValue { get; set; }

    public int IOStream2 { get; set; }

    public int snake_case { get; set; }

    public int _Leading { get; set; }
}

[JsonModel]
public sealed class ManyMembers
{
    public int A { get; set; }

    public int B { get; set; }

    public int C { get; set; }

    public int Aa { get; set; }

    public int Ab { get; set; }

    public int Abc { get; set; }

    public int Abd { get; set; }

    public int LongNameThatStartsTheSame1 { get; set; }

    public int LongNameThatStartsTheSame2 { get; set; }

    public int LongNameThatStartsTheSame3 { get; set; }

    public int ALongNameThatStartsTheSame { get; set; }

    public int BLongNameThatStartsTheSame { get; set; }

    public string? D { get; set; }

    public string? E { get; set; }

    public string? F { get; set; }

    public bool G { get; set; }

    public bool H { get; set; }

    public double I { get; set; }

    public double J { get; set; }

    public Guid K { get; set; }

    public int L { get; set; }

    public int M { get; set; }

    public int N { get; set; }

    public int O { get; set; }

    public int P { get; set; }

    public int Q { get; set; }

    public int R { get; set; }

    public int S { get; set; }

    public int T { get; set; }

    public int U { get; set; }

    public int V { get; set; }

    public int W { get; set; }

    public int X { get; set; }

    public int Y { get; set; }

    public int Z { get; set; }
}
