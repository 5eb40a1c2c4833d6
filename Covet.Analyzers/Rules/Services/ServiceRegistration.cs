namespace Covet.Analyzers.Rules.Services;

/// <summary>A service that the application registers.</summary>
/// <param name="Service">What is asked for; a definition where it is generic.</param>
/// <param name="Implementation">The class that the container makes; null where a factory or the user does.</param>
/// <param name="Lifetime">The value of <c>ServiceLifetime</c>; -1 where it is not known.</param>
internal sealed record ServiceRegistration(INamedTypeSymbol Service, INamedTypeSymbol? Implementation, int Lifetime)
{
    /// <summary>Whether it is found by a key alone.</summary>
    public bool IsKeyed { get; init; }
}
