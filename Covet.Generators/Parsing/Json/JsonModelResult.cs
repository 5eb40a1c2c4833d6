using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Json;

/// <summary>The types that a <c>[JsonModel]</c> reaches, and what is wrong with them.</summary>
/// <param name="Roots">The Ids of the types that it names.</param>
/// <param name="Types">These and the types of their members.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record JsonModelResult(EquatableArray<string> Roots, EquatableArray<TypeSpec> Types, EquatableArray<DiagnosticSpec> Diagnostics);
