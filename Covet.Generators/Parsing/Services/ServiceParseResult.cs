using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Services;

/// <summary>The services of one class, and what is wrong with it.</summary>
internal sealed record ServiceParseResult(EquatableArray<ServiceSpec> Services, EquatableArray<DiagnosticSpec> Diagnostics);
