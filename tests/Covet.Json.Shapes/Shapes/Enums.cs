using System.Text.Json.Serialization;

namespace Covet.Json.Shapes;

[JsonModel]
public enum Colour
{
    Red,
    Green = 5,
    Blue = -7,
}

[JsonModel]
public enum TinyEnum : byte
{
    None,
    One,
    Max = 255,
}

[JsonModel]
public enum HugeEnum : ulong
{
    Zero,
    Half = 0x8000_0000_0000_0000,
    Max = ulong.MaxValue,
}

[JsonModel]
public enum WideEnum : long
{
    Min = long.MinValue,
    Zero = 0,
    Max = long.MaxValue,
}

[JsonModel]
[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
    Both = 3,
    Admin = 8,
}

[JsonModel]
[JsonConverter(typeof(JsonStringEnumConverter<NamedColour>))]
public enum NamedColour
{
    Red,
    DarkGreen = 5,
    Blue = -7,
}

[JsonModel]
[JsonConverter(typeof(JsonStringEnumConverter))]
public enum NamedPlain
{
    First,
    Second,
    Third,
}

[JsonModel]
[JsonConverter(typeof(JsonStringEnumConverter<NamedWire>))]
public enum NamedWire
{
    [JsonStringEnumMemberName("in-progress")]
    InProgress,

    [JsonStringEnumMemberName("dönе \"quoted\" <b>")]
    Done,
    Plain,
}

[JsonModel]
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<NamedRights>))]
public enum NamedRights
{
    None = 0,
    Read = 1,
    Write = 2,
    ReadWrite = 3,
    [JsonStringEnumMemberName("root")]
    Admin = 8,
}

[JsonModel]
[JsonConverter(typeof(JsonStringEnumConverter<NamedByte>))]
public enum NamedByte : byte
{
    A,
    B,
    C = 200,
}

[JsonModel]
public sealed record EnumMembers(Colour Colour, Colour? Maybe, NamedColour Named, NamedColour? MaybeNamed, Rights Rights, NamedRights NamedRights)
{
    [JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
    public Colour OnMember { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter))]
    public TinyEnum? OnNullableMember { get; init; }

    public List<NamedWire> Wires { get; init; } = [];

    public HugeEnum Huge { get; init; }

    public WideEnum Wide { get; init; }
}
