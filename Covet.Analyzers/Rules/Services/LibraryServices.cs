using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Handlers;

namespace Covet.Analyzers.Rules.Services;

/// <summary>What referenced libraries of Covet's register by service attributes, and what their handlers and services need.</summary>
internal sealed class LibraryServices
{
    private LibraryServices(IReadOnlyList<ServiceRegistration> registrations, IReadOnlyList<(INamedTypeSymbol Type, bool IsSingleton)> handlers)
    {
        Registrations = registrations;
        Handlers = handlers;
    }

    public IReadOnlyList<ServiceRegistration> Registrations { get; }

    public IReadOnlyList<(INamedTypeSymbol Type, bool IsSingleton)> Handlers { get; }

    /// <summary>Reads the libraries whose module the application composes.</summary>
    public static LibraryServices Of(Compilation compilation, CancellationToken cancellation)
    {
        var registrations = new List<ServiceRegistration>();
        var handlers = new List<(INamedTypeSymbol, bool)>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == "Covet.Runtime")))
            {
                continue;
            }

            foreach (var type in Types(assembly.GlobalNamespace))
            {
                cancellation.ThrowIfCancellationRequested();
                registrations.AddRange(RegistrationParser.OfClass(type));
                if (type.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass.Is("Covet", "HandlerAttribute")) is { } handler
                    && !type.IsStatic && HandlerMethods.Of(type).Any(static method => !method.IsStatic))
                {
                    handlers.Add((type, IsSingleton(handler)));
                }
            }
        }

        return new LibraryServices(registrations, handlers);
    }

    /// <summary>Whether a <c>[Handler]</c> says that one instance serves all requests.</summary>
    public static bool IsSingleton(AttributeData handler) => handler.NamedArguments.Any(static argument => argument is { Key: "Lifetime", Value.Value: 0 });

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in Types(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
