using System.Text.Json.Serialization;

namespace Covet.Json.Shapes;

[JsonModel]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract class Figure
{
    public string? Name { get; set; }
}

public sealed class Circle : Figure
{
    public double Radius { get; set; }
}

public sealed class Square : Figure
{
    public double Side { get; set; }
}

[JsonModel]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Cat), 1)]
[JsonDerivedType(typeof(Dog), 2)]
[JsonDerivedType(typeof(Animal), 0)]
public class Animal
{
    public int Legs { get; set; }
}

public sealed class Cat : Animal
{
    public bool Purrs { get; set; }
}

public sealed class Dog : Animal
{
    public List<string>? Tricks { get; set; }
}

[JsonModel]
[JsonDerivedType(typeof(CarRecord), "car")]
[JsonDerivedType(typeof(BikeRecord), "bike")]
public abstract record Vehicle(int Wheels);

public sealed record CarRecord(int Wheels, string Plate) : Vehicle(Wheels);

public sealed record BikeRecord(int Wheels, bool Electric = false) : Vehicle(Wheels);

[JsonModel]
[JsonDerivedType(typeof(WriteOnlyDerived))]
public class NoDiscriminator
{
    public int Id { get; set; }
}

public sealed class WriteOnlyDerived : NoDiscriminator
{
    public string? Extra { get; set; }
}

[JsonModel]
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType, IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(KnownDerived), "known")]
public class Tolerant
{
    public int Id { get; set; }
}

public sealed class KnownDerived : Tolerant
{
    public string? Extra { get; set; }
}

[JsonModel]
[JsonDerivedType(typeof(ShapeLine), "line")]
[JsonDerivedType(typeof(ShapeText), "text")]
public interface IElement
{
    int Z { get; set; }
}

public sealed class ShapeLine : IElement
{
    public int Z { get; set; }

    public Point? From { get; set; }
}

public sealed class ShapeText : IElement
{
    public int Z { get; set; }

    public string? Text { get; set; }
}

[JsonModel]
public sealed class PolymorphicMembers
{
    public Figure? Figure { get; set; }

    public List<Figure>? Figures { get; set; }

    public Dictionary<string, Animal>? Animals { get; set; }

    public Vehicle? Vehicle { get; set; }

    public IElement? Element { get; set; }

    public NoDiscriminator? NoDiscriminator { get; set; }

    public Tolerant? Tolerant { get; set; }
}
