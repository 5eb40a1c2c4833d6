using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Json;

/// <summary>What a use of a method of <c>CovetJson</c> asks of the generator.</summary>
/// <param name="Types">The type argument and what it leads to: all these get codecs.</param>
/// <param name="Call">The call; null where nothing can stand in for it: a method group, a call in an expression tree, a type that has no codec.</param>
/// <param name="Diagnostics">Why the type can have no codec.</param>
internal sealed record JsonCallResult(EquatableArray<TypeSpec> Types, JsonCallSpec? Call, EquatableArray<DiagnosticSpec> Diagnostics);
