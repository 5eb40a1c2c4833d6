using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Json;

/// <summary>The types that a <c>[JsonModel]</c> reaches, and what is wrong with them.</summary>
internal sealed record JsonModelResult(EquatableArray<TypeSpec> Types, EquatableArray<DiagnosticSpec> Diagnostics);
