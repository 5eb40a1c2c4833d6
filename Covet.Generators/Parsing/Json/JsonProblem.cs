using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;

namespace Covet.Generators.Parsing.Json;

/// <summary>Something that cannot be generated.</summary>
/// <param name="Use">The uses for which it matters.</param>
/// <param name="Diagnostic">What is said of it.</param>
internal sealed record JsonProblem(JsonUse Use, DiagnosticSpec Diagnostic);
