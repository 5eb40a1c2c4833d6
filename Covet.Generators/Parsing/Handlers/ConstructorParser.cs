using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Chooses the constructor that generated code calls, and reads what it needs from services.</summary>
internal static class ConstructorParser
{
    /// <summary>The constructor with which services make a class: one that leaves no <c>required</c> member unset; null with the reason where there is none.</summary>
    public static IMethodSymbol? ChooseForServices(INamedTypeSymbol type, out string? reason)
    {
        var constructor = Choose(type, out reason);
        if (constructor is null || SetsRequiredMembers(constructor)
            || type.SelfAndBases().SelectMany(level => level.GetMembers()).FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is not { } member)
        {
            return constructor;
        }

        reason = "its member '" + member.Name + "' is required, and services fill constructors alone; take it in the constructor";
        return null;
    }

    /// <summary>The constructor of a class, or null with the reason.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, out string? reason)
    {
        var constructor = ChooseAny(type, out reason);
        if (constructor?.Parameters.FirstOrDefault(IsUnfillable) is not { } parameter)
        {
            return constructor;
        }

        reason = "its parameter '" + parameter.Name + "' is passed by reference, or is a ref struct or pointer";
        return null;
    }

    private static bool IsUnfillable(IParameterSymbol parameter) =>
        parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute"));

    private static IMethodSymbol? ChooseAny(INamedTypeSymbol type, out string? reason)
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

        return Dependency(parameter.Name, parameter.Type) with
        {
            KeyExpression = key,
            Optional = parameter.HasExplicitDefaultValue || parameter.Type.NullableAnnotation == NullableAnnotation.Annotated,
            DefaultExpression = DefaultValue.Of(parameter),
        };
    }

    /// <summary>A type that is resolved from services.</summary>
    public static DependencySpec Dependency(string name, ITypeSymbol type)
    {
        var asked = Asked(type);
        return new DependencySpec(name, TypeRefFactory.Create(type), null, type.NullableAnnotation == NullableAnnotation.Annotated, null)
        {
            GenericDefinition = asked is null ? null : AttributeSpecParser.MetadataName(asked),
            TypeArguments = asked is null ? default : asked.TypeArguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).ToEquatableArray(),
            Traits = asked is null ? default : asked.TypeArguments.Select(static argument => TypeTraits.Of(argument).ToEquatableArray()).ToEquatableArray(),
        };
    }

    /// <summary>The generic type that the container is asked for, which is the item of an <c>IEnumerable&lt;T&gt;</c>; null where it is not generic.</summary>
    public static INamedTypeSymbol? Asked(ITypeSymbol type) =>
        type is not INamedTypeSymbol { IsGenericType: true } generic ? null
        : generic.Is("System.Collections.Generic", "IEnumerable") && generic.TypeArguments[0] is INamedTypeSymbol { IsGenericType: true } item ? item
        : generic;

    private static bool IsRecordCopy(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
