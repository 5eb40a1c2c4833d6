using Covet.Generators.Parsing.Services;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>What one declaration in the source is to Covet: a handler, a service, both, or a method that stands alone.</summary>
internal sealed record DeclarationParseResult(HandlerParseResult? Handler, ServiceParseResult? Services);
