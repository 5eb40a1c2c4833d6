using Covet.Generators.Model;
using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Filters;

/// <summary>Reads the filters around a method: those of the assembly, then of the class with its bases, then of the method.</summary>
internal static class FilterParser
{
    public static EquatableArray<FilterSpec> Parse(INamedTypeSymbol handler, IMethodSymbol method, Compilation compilation, DiagnosticSink sink, CancellationToken cancellation)
    {
        var declared = MetadataParser.Applied(handler, method).Where(applied => IsFilter(applied.Attribute)).ToList();
        if (declared.Count == 0)
        {
            return default;
        }

        var signature = new FilterSignature(method, compilation);
        var filters = new List<FilterSpec>();
        string? inner = null;
        foreach (var (attribute, target) in Enumerable.Reverse(declared))
        {
            if (attribute.AttributeClass!.TypeArguments[0] is not INamedTypeSymbol type || attribute.IsBroken() || type.IsUnusable() || type.IsIncomplete())
            {
                continue; // The compiler reports it.
            }

            var place = attribute.Place(cancellation) ?? method.Place();
            var kind = Kind(type, signature, inner, out var contract, out var reason);
            if (kind is null || !CanBeMade(type, out reason))
            {
                sink.Add(Rules.RuleIds.FilterUnusable, place, type.Name, method.Name, reason!);
                continue;
            }

            var isService = IsService(type);
            var constructor = ConstructorParser.ChooseForServices(type, out reason);
            if (constructor is null && !isService)
            {
                sink.Add(Rules.RuleIds.FilterConstructor, place, type.Name, reason!);
                continue;
            }

            if (!isService && constructor!.IsUnusable())
            {
                continue; // The compiler reports it.
            }

            if (kind == FilterKind.Endpoint)
            {
                inner = type.Name;
            }

            var disposal = isService ? 0 : type.Implements("System", "IAsyncDisposable") ? 2 : type.Implements("System", "IDisposable") ? 1 : 0;
            filters.Insert(0, new FilterSpec(TypeRefFactory.Create(type), kind.Value, Describe(target))
            {
                Dependencies = isService ? default : ConstructorParser.Dependencies(constructor!),
                IsService = isService,
                Disposal = disposal,
                IsStateless = !isService && disposal == 0 && FilterState.IsNone(type, cancellation),
                Interface = ExplicitInterface(type, contract!),
            });
        }

        return filters.ToEquatableArray();
    }

    private static bool IsFilter(AttributeData attribute) => attribute.AttributeClass is { Arity: 1 } type && type.Is("Covet", "FilterAttribute");

    // Registered under its own name and without a key; else it is made like a handler.
    private static bool IsService(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        ServiceAttributes.Is(attribute) && attribute.AttributeClass!.Arity == 0 && attribute.NamedArguments.All(argument => argument.Key is not ("ServiceType" or "Key")));

    private static FilterKind? Kind(INamedTypeSymbol type, FilterSignature signature, string? inner, out INamedTypeSymbol? contract, out string? reason)
    {
        var contracts = type.AllInterfaces;
        var typed = contracts.Where(candidate => candidate.Is("Covet", "ICallFilter") && candidate.Arity == 2).ToList();
        contract = typed.FirstOrDefault(signature.Fits);
        reason = null;
        if (contract is not null && inner is null)
        {
            return FilterKind.Typed;
        }

        if (contracts.FirstOrDefault(candidate => candidate.Is("Covet", "ICallFilter") && candidate.Arity == 0) is { } generic)
        {
            contract = generic;
            return FilterKind.Generic;
        }

        if (contract is not null)
        {
            reason = "it asks for the method's own result, but the endpoint filter '" + inner + "' inside of it may give any other; put it inside of that one, or make it an ICallFilter";
            return null;
        }

        contract = contracts.FirstOrDefault(candidate => candidate.Is("Microsoft.AspNetCore.Http", "IEndpointFilter"));
        if (contract is not null)
        {
            return FilterKind.Endpoint;
        }

        reason = typed.Count == 0
            ? "it implements none of ICallFilter, " + signature.Interface + " and IEndpointFilter"
            : "its signature is another; this method needs " + signature.Interface;
        return null;
    }

    private static bool CanBeMade(INamedTypeSymbol type, out string? reason)
    {
        reason = !type.IsAccessibleInAssembly() ? "it is private, protected or file-local; make it internal or public"
            : type.IsAbstract || type.TypeKind == TypeKind.Interface ? "it is abstract; name a class that can be made"
            : null;
        return reason is null;
    }

    private static string? ExplicitInterface(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        var method = contract.GetMembers("InvokeAsync").OfType<IMethodSymbol>().Single();
        return type.FindImplementationForInterfaceMember(method) is IMethodSymbol { DeclaredAccessibility: Accessibility.Public }
            ? null
            : TypeRefFactory.Create(contract).FullName;
    }

    private static string Describe(ISymbol target) => target switch
    {
        IAssemblySymbol => "assembly",
        INamedTypeSymbol => "class " + target.Name,
        _ => "method " + target.Name,
    };
}
