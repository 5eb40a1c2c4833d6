using Covet.Generators.Model;
using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Services;

/// <summary>Reads the classes that service attributes register.</summary>
internal static class ServiceParser
{
    public static ServiceParseResult Parse(INamedTypeSymbol type, IEnumerable<AttributeData> attributes, CancellationToken cancellation)
    {
        var sink = new DiagnosticSink();
        if (type.IsIncomplete() || type.IsBroken())
        {
            return new ServiceParseResult(default, default); // The compiler reports it.
        }

        var services = new List<ServiceSpec>();
        if (type.IsAbstract || type.IsStatic || !type.IsAccessibleInAssembly())
        {
            sink.Add(Rules.RuleIds.ServiceType, type.Place(), type.Name, type.Name, "it is abstract, static, private or file-local; register a class that can be made");
            return new ServiceParseResult(default, sink.ToArray());
        }

        var constructor = ConstructorParser.ChooseForServices(type, out var reason);
        if (constructor is null)
        {
            sink.Add(Rules.RuleIds.ServiceConstructor, type.Place(), type.Name, reason!);
            return new ServiceParseResult(default, sink.ToArray());
        }

        foreach (var attribute in constructor.IsUnusable() ? [] : attributes.Where(static attribute => ServiceAttributes.Is(attribute) && !attribute.IsBroken()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ParseOne(type, constructor, attribute, sink, cancellation) is { } spec)
            {
                services.Add(spec);
            }
        }

        return new ServiceParseResult(services.ToEquatableArray(), sink.ToArray());
    }

    private static ServiceSpec? ParseOne(INamedTypeSymbol type, IMethodSymbol constructor, AttributeData attribute, DiagnosticSink sink, CancellationToken cancellation)
    {
        var attributeClass = attribute.AttributeClass!;
        ITypeSymbol service = attributeClass.TypeArguments.Length == 1 ? attributeClass.TypeArguments[0] : type;
        string? key = null;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "ServiceType", Value.Value: ITypeSymbol named })
            {
                service = named;
            }
            else if (argument.Key == "Key" && !argument.Value.IsNull)
            {
                key = AttributeConstantParser.Parse("Key", argument.Value).Expression;
            }
        }

        if (!service.IsAccessibleInAssembly())
        {
            sink.Add(Rules.RuleIds.ServiceType, attribute.Place(cancellation), type.Name, service.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "it is private, protected or file-local, so that generated code cannot name it");
            return null;
        }

        var lifetime = attributeClass.Name switch { "SingletonAttribute" => 0, "ScopedAttribute" => 1, _ => 2 };
        if (type.IsGenericType && service is INamedTypeSymbol generic)
        {
            return Open(type, constructor, generic, lifetime, key, sink);
        }

        if (!SymbolEqualityComparer.Default.Equals(service, type) && !type.AllInterfaces.Concat(type.SelfAndBases()).Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, service)))
        {
            sink.Add(Rules.RuleIds.ServiceType, attribute.Place(cancellation), type.Name, service.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "it neither implements it nor derives from it");
            return null;
        }

        return new ServiceSpec(TypeRefFactory.Create(type), TypeRefFactory.Create(service), lifetime, key, ConstructorParser.Dependencies(constructor))
        {
            Experimental = ExperimentalParser.Of([type, service, constructor]),
        };
    }

    // An open generic is a template: {0}, {1}, ... stand for its type arguments until a use closes it.
    private static ServiceSpec? Open(INamedTypeSymbol type, IMethodSymbol constructor, INamedTypeSymbol service, int lifetime, string? key, DiagnosticSink sink)
    {
        var definition = service.OriginalDefinition;
        var mapped = SymbolEqualityComparer.Default.Equals(definition, type)
            ? type
            : type.AllInterfaces.Concat(type.SelfAndBases()).FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, definition));
        if (mapped is null || mapped.TypeArguments.Length != type.TypeParameters.Length || Enumerable.Range(0, type.Arity).Any(i => !SymbolEqualityComparer.Default.Equals(mapped.TypeArguments[i], type.TypeParameters[i])))
        {
            sink.Add(Rules.RuleIds.ServiceType, type.Place(), type.Name, definition.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "an open generic must implement it with its own type parameters in the same order");
            return null;
        }

        return new ServiceSpec(
            TypeRefFactory.Create(type) with { FullName = Template(type) },
            TypeRefFactory.Create(mapped) with { FullName = Template(mapped) },
            lifetime,
            key,
            constructor.Parameters.Select(parameter => ConstructorParser.Dependency(parameter) with
            {
                Type = TypeRefFactory.Create(parameter.Type) with { FullName = Template(parameter.Type) },
                TypeArguments = ConstructorParser.Asked(parameter.Type) is { } asked ? asked.TypeArguments.Select(Template).ToEquatableArray() : default,
            }).ToEquatableArray())
        {
            Constraints = type.TypeParameters.Select(static parameter => TypeTraits.Wanted(parameter).ToEquatableArray()).ToEquatableArray(),
            OpenDefinition = AttributeSpecParser.MetadataName(definition),
            OpenImplementation = IsPublic(type) && IsPublic(definition) && constructor.DeclaredAccessibility == Accessibility.Public ? type.ConstructUnboundGenericType().ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null,
            Experimental = ExperimentalParser.Of([type, service, constructor]),
        };
    }

    /// <summary>The open generic services of a class of a library; it was found free of faults when that was compiled.</summary>
    public static IEnumerable<ServiceSpec> ParseOpen(INamedTypeSymbol type, CancellationToken cancellation) =>
        Parse(type, type.GetAttributes().Where(ServiceAttributes.Is), cancellation).Services.Where(service => service.OpenDefinition is not null);

    private static bool IsPublic(INamedTypeSymbol? type) => type is null || (type.DeclaredAccessibility == Accessibility.Public && IsPublic(type.ContainingType));

    private static string Template(ITypeSymbol type) => string.Concat(type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat)
        .Select(part => part is { Kind: SymbolDisplayPartKind.TypeParameterName, Symbol: ITypeParameterSymbol parameter } ? "{" + parameter.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}" : part.ToString()));
}
