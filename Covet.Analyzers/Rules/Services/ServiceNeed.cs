namespace Covet.Analyzers.Rules.Services;

/// <summary>A constructor or endpoint parameter that the container fills.</summary>
/// <param name="Owner">Who needs it, for people.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Service">The service.</param>
internal sealed record ServiceNeed(string Owner, IParameterSymbol Parameter, INamedTypeSymbol Service);
