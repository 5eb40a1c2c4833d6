using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Chooses the constructor that generated code calls, and reads what it needs from services.</summary>
internal static class ConstructorParser
{
    /// <summary>The constructor of a class, or null with the reason.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, out string? reason)
    {
        reason = null;
        var candidates = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
            .Where(constructor => !IsRecordCopy(type, constructor))
            .ToList();
        if (candidates.Count == 0)
        {
            reason = "it has no public or internal one";
            return null;
        }

        var marked = candidates.Where(constructor => constructor.GetAttributes().Any(attribute =>
            attribute.AttributeClass.Is("Microsoft.Extensions.DependencyInjection", "ActivatorUtilitiesConstructorAttribute"))).ToList();
        if (marked.Count == 1)
        {
            return marked[0];
        }

        var open = candidates.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        var choice = open.Count > 0 ? open : candidates;
        if (choice.Count == 1)
        {
            return choice[0];
        }

        // A struct has a parameterless constructor besides the one that was written.
        var written = choice.Where(constructor => !constructor.IsImplicitlyDeclared).ToList();
        if (written.Count == 1)
        {
            return written[0];
        }

        reason = "it has " + choice.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + "; keep one, or mark one [ActivatorUtilitiesConstructor]";
        return null;
    }

    /// <summary>What the constructor needs.</summary>
    public static EquatableArray<DependencySpec> Dependencies(IMethodSymbol constructor) => constructor.Parameters.Select(Dependency).ToEquatableArray();

    /// <summary>One parameter that is resolved from services.</summary>
    public static DependencySpec Dependency(IParameterSymbol parameter)
    {
        string? key = null;
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute") && attribute.ConstructorArguments.Length == 1)
            {
                key = AttributeConstantParser.Parse("key", attribute.ConstructorArguments[0]).Expression;
            }
        }

        return new DependencySpec(
            parameter.Name,
            TypeRefFactory.Create(parameter.Type),
            key,
            parameter.HasExplicitDefaultValue || (parameter.Type.NullableAnnotation == NullableAnnotation.Annotated),
            DefaultValue.Of(parameter))
        {
            GenericDefinition = parameter.Type is INamedTypeSymbol { IsGenericType: true } generic ? AttributeSpecParser.MetadataName(generic) : null,
            TypeArguments = parameter.Type is INamedTypeSymbol { IsGenericType: true } constructed
                ? constructed.TypeArguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).ToEquatableArray()
                : default,
        };
    }

    private static bool IsRecordCopy(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
