using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>What a declaration was parsed to, and what else it was made from than its own file and the declarations of all.</summary>
/// <param name="Result">What it is; null where it is nothing of Covet's.</param>
/// <param name="SeesEndpoints">Whether it may depend on the endpoints of other handlers, see <see cref="DeclarationShape"/>.</param>
/// <param name="Others">Other files whose bodies were read, or in which a place stands that was told: these must be the very same.</param>
internal sealed record Parsed<T>(T? Result, bool SeesEndpoints, IReadOnlyCollection<SyntaxTree> Others)
    where T : class;
