using Covet.Generators.Model;
using Covet.Generators.Parsing.Json;

namespace Covet.Generators.Parsing.Types;

/// <summary>A type that has been parsed, what it reaches and what is wrong with it.</summary>
internal sealed class TypeNode(TypeSpec spec, IReadOnlyList<TypeUse> uses, IReadOnlyList<JsonProblem> problems)
{
    public TypeSpec Spec { get; } = spec;

    public IReadOnlyList<TypeUse> Uses { get; } = uses;

    public IReadOnlyList<JsonProblem> Problems { get; } = problems;
}
