using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>An attribute together with the value that it stands on.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Value">What rules know of the value.</param>
/// <param name="ValueType">The value's type.</param>
/// <param name="Owner">The type that has the member; null for a parameter.</param>
internal sealed record RuleSource(AttributeData Attribute, ValidationValueSpec Value, ITypeSymbol ValueType, INamedTypeSymbol? Owner)
{
    /// <summary>A constructor argument; null where there is none.</summary>
    public object? Argument(int index) =>
        index < Attribute.ConstructorArguments.Length && Attribute.ConstructorArguments[index].Kind != TypedConstantKind.Array ? Attribute.ConstructorArguments[index].Value : null;

    /// <summary>A named argument; null where there is none.</summary>
    public object? Named(string name)
    {
        foreach (var argument in Attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }
}
