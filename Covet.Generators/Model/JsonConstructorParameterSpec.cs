namespace Covet.Generators.Model;

/// <summary>A parameter of the constructor that reading calls.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Nullable">Whether null is allowed.</param>
/// <param name="DefaultExpression">Its default as an expression, or null where it has none.</param>
internal sealed record JsonConstructorParameterSpec(string Name, TypeRef Type, bool Nullable, string? DefaultExpression);
