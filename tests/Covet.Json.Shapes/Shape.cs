namespace Covet.Json.Shapes;

/// <summary>A shape whose calls are bound to the codec of <typeparamref name="T"/>.</summary>
public sealed class Shape<T>(string name, Func<T?, byte[]> write, Func<byte[], T?> read) : IShape
{
    public string Name { get; } = name;

    public Type Type => typeof(T);

    public byte[] Write(object? value) => write((T?)value);

    public object? Read(byte[] utf8) => read(utf8);

    public override string ToString() => Name;
}
