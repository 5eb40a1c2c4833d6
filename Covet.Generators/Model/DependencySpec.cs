namespace Covet.Generators.Model;

/// <summary>A constructor parameter that is resolved from services.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="KeyExpression">The key of <c>[FromKeyedServices]</c> as an expression, or null.</param>
/// <param name="Optional">Whether it may be missing: nullable or with a default.</param>
/// <param name="DefaultExpression">Its default as an expression, or null.</param>
internal sealed record DependencySpec(string Name, TypeRef Type, string? KeyExpression, bool Optional, string? DefaultExpression)
{
    /// <summary>The metadata name of the definition where the type is generic (<c>App.IRepository`1</c>), else null.</summary>
    public string? GenericDefinition { get; init; }

    /// <summary>The type arguments as they are written in code, where the type is generic.</summary>
    public EquatableArray<string> TypeArguments { get; init; }

    /// <summary>What each type argument is, for the constraints of open generics; nothing where it cannot be told.</summary>
    public EquatableArray<EquatableArray<string>> Traits { get; init; }
}
