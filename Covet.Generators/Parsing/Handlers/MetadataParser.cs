using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Chooses the attributes that become endpoint metadata: those of the assembly that are meant for endpoints, the
/// class with its bases, and the method, the nearest last, as ASP.NET Core expects it.</summary>
internal static class MetadataParser
{
    public static EquatableArray<AttributeSpec> Parse(INamedTypeSymbol handler, IMethodSymbol method) => Applied(handler, method)
        .Where(applied => applied.Target is IAssemblySymbol ? IsEndpointWide(applied.Attribute) : IsMetadata(applied.Attribute))
        .Where(applied => CanBeMade(applied.Attribute, handler.ContainingAssembly))
        .Select(applied => AttributeSpecParser.Parse(applied.Attribute))
        .ToEquatableArray();

    /// <summary>Tells of attributes in the source that name what generated code cannot, so that they would be missing in silence.</summary>
    public static void Check(INamedTypeSymbol handler, IMethodSymbol method, DiagnosticSink sink, CancellationToken cancellation)
    {
        foreach (var (attribute, target) in Applied(handler, method))
        {
            if ((target is IAssemblySymbol ? IsEndpointWide(attribute) : IsMetadata(attribute)) && attribute.Place(cancellation) is { } place && !CanBeMade(attribute, handler.ContainingAssembly))
            {
                var name = attribute.AttributeClass!.Name;
                sink.Add(Rules.RuleIds.NotGenerated, place, "The attribute '" + name + "' of '" + method.Name + "' names a type that is private, protected or file-local, which generated code cannot; make it internal");
            }
        }
    }

    /// <summary>All attributes that stand on the assembly, the class with its bases and the method, outermost first.</summary>
    public static IEnumerable<(AttributeData Attribute, ISymbol Target)> Applied(INamedTypeSymbol handler, IMethodSymbol method)
    {
        foreach (var attribute in handler.ContainingAssembly.GetAttributes())
        {
            yield return (attribute, handler.ContainingAssembly);
        }

        foreach (var type in handler.SelfAndBases().Reverse())
        {
            foreach (var attribute in type.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(type, handler) || IsInherited(attribute)))
            {
                yield return (attribute, type);
            }
        }

        var chain = new List<IMethodSymbol>();
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            chain.Insert(0, current);
        }

        foreach (var current in chain)
        {
            foreach (var attribute in current.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(current, method) || IsInherited(attribute)))
            {
                yield return (attribute, current);
            }
        }
    }

    // What stands on a base class of another assembly may be internal there, or name what is.
    private static bool CanBeMade(AttributeData attribute, IAssemblySymbol from) =>
        attribute.AttributeClass!.IsAccessibleFrom(from)
        && attribute.AttributeConstructor!.DeclaredAccessibility is var access
        && (access == Accessibility.Public || (access is Accessibility.Internal or Accessibility.ProtectedOrInternal && attribute.AttributeClass!.IsWithin(from)))
        && attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static argument => argument.Value)).All(constant => CanBeNamed(constant, from));

    private static bool CanBeNamed(TypedConstant constant, IAssemblySymbol from) => constant.Kind switch
    {
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(value => CanBeNamed(value, from)),
        TypedConstantKind.Type => constant.Value is not ITypeSymbol type || type.IsAccessibleFrom(from),
        _ => constant.Type?.IsAccessibleFrom(from) ?? true,
    };

    private static bool IsMetadata(AttributeData attribute)
    {
        var type = attribute.AttributeClass;
        if (type is null || attribute.IsBroken() || !type.IsAccessibleInAssembly()) // The compiler reports what is broken.
        {
            return false;
        }

        if (type.DerivesFrom("Covet", "VerbAttribute") || ServiceAttributes.Is(attribute))
        {
            return false;
        }

        if (type.ContainingNamespace.IsNamed("Covet"))
        {
            // Filters become calls; nobody reads them from metadata.
            return type.Name is not ("HandlerAttribute" or "JsonModelAttribute" or "CovetOptionsAttribute" or "CovetJsonOptionsAttribute" or "ApiVersioningAttribute" or "FilterAttribute");
        }

        return !type.ContainingNamespace.IsNamed("System.Runtime.CompilerServices")
            && !type.ContainingNamespace.IsNamed("System.Diagnostics.CodeAnalysis")
            && !(type.ContainingNamespace.IsNamed("System") && type.Name is "SerializableAttribute" or "CLSCompliantAttribute")
            && !type.ContainingNamespace.IsNamed("System.Reflection")
            && !type.GetAttributes().Any(usage => usage.AttributeClass.Is("System.Diagnostics", "ConditionalAttribute"));
    }

    private static bool IsInherited(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            foreach (var usage in type.GetAttributes().Where(usage => usage.AttributeClass.Is("System", "AttributeUsageAttribute")))
            {
                return !usage.NamedArguments.Any(argument => argument is { Key: "Inherited", Value.Value: false });
            }
        }

        return true;
    }

    // Assembly attributes of Covet that may also stand on a class: filters, mapped exceptions, limits.
    private static bool IsEndpointWide(AttributeData attribute)
    {
        var type = attribute.AttributeClass;
        if (!IsMetadata(attribute) || !type!.ContainingNamespace.IsNamed("Covet"))
        {
            return false;
        }

        var usage = type.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass.Is("System", "AttributeUsageAttribute"));
        return usage is { ConstructorArguments.Length: 1 } && usage.ConstructorArguments[0].Value is int targets && (targets & (int)AttributeTargets.Method) != 0;
    }
}
