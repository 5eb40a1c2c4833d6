using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Services;

/// <summary>Looks for services that are needed and that nothing registers.</summary>
internal sealed class MissingServices(Compilation compilation, IReadOnlyCollection<ServiceRegistration> registrations)
{
    private readonly HashSet<ISymbol> plain = new(registrations.Where(static registration => !registration.IsKeyed).Select(static registration => registration.Service), SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> keyed = new(registrations.Where(static registration => registration.IsKeyed).Select(static registration => registration.Service), SymbolEqualityComparer.Default);

    private readonly HashSet<ISymbol> elsewhere = new(
        compilation.Assembly.GetAttributes().Where(static attribute => attribute.AttributeClass.Is("Covet", "RegisteredElsewhereAttribute"))
            .SelectMany(static attribute => attribute.ConstructorArguments.SelectMany(static argument => argument.Values))
            .Select(static value => value.Value).OfType<INamedTypeSymbol>().Select(static type => type.OriginalDefinition),
        SymbolEqualityComparer.Default);

    /// <summary>Whether nothing registers what is needed, as far as can be seen; with the call that would, where it is the platform's.</summary>
    public bool Lacks(ServiceNeed need, out string? call)
    {
        call = null;
        var service = need.Service.OriginalDefinition;
        if (elsewhere.Contains(service) || (need.IsKeyed ? keyed : plain).Contains(service))
        {
            return false;
        }

        if (!PlatformServices.Has(service.ContainingAssembly))
        {
            return true;
        }

        var calls = need.IsKeyed ? null : PlatformServices.Registering(service);
        call = calls?[0];
        return calls is not null && !CompilationFacts.Of(compilation).Uses(calls);
    }
}
