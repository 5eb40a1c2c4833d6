using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>A shape of another assembly, whose <see cref="IShape"/> is a type of its own.</summary>
internal sealed class ForeignShape(object shape) : IShape
{
    private readonly Func<object?, byte[]> write = shape.GetType().GetMethod(nameof(Write))!.CreateDelegate<Func<object?, byte[]>>(shape);
    private readonly Func<byte[], object?> read = shape.GetType().GetMethod(nameof(Read))!.CreateDelegate<Func<byte[], object?>>(shape);

    public string Name { get; } = (string)shape.GetType().GetProperty(nameof(Name))!.GetValue(shape)!;

    public Type Type { get; } = (Type)shape.GetType().GetProperty(nameof(Type))!.GetValue(shape)!;

    public byte[] Write(object? value) => write(value);

    public object? Read(byte[] utf8) => read(utf8);
}
