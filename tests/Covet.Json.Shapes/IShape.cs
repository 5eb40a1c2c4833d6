namespace Covet.Json.Shapes;

/// <summary>One type of the differential table: Covet's generated reader and writer behind untyped calls.</summary>
public interface IShape
{
    /// <summary>The name of the type, unique in the table.</summary>
    string Name { get; }

    Type Type { get; }

    /// <summary>Covet's output.</summary>
    byte[] Write(object? value);

    /// <summary>Covet's reading.</summary>
    object? Read(byte[] utf8);
}
