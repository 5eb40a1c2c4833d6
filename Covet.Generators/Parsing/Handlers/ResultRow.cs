using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>One type of <c>TypedResults</c>.</summary>
internal sealed record ResultRow(int StatusCode, string? ContentType, ResultForm Form);
