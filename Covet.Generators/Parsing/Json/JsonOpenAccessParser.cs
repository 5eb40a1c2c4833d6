using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Describes members of generic types in the open form that an <c>[UnsafeAccessor]</c> needs.</summary>
internal static class JsonOpenAccessParser
{
    /// <summary>The open form; null where the type is not generic, or names one type parameter twice.</summary>
    public static JsonOpenAccessSpec? Parse(ISymbol member)
    {
        var definition = member.OriginalDefinition;
        var parameters = Around(definition.ContainingType).SelectMany(type => type.TypeParameters).ToList();
        if (parameters.Count == 0 || parameters.Select(parameter => parameter.Name).Distinct().Count() != parameters.Count)
        {
            return null;
        }

        return new JsonOpenAccessSpec(
            string.Join(", ", parameters.Select(TypeRefFactory.Annotated)),
            string.Join(", ", Around(member.ContainingType).SelectMany(type => type.TypeArguments).Select(TypeRefFactory.Annotated)),
            string.Concat(parameters.Select(Constraints)),
            TypeRefFactory.Create(definition.ContainingType).FullName,
            TypeRefFactory.Annotated((definition as IPropertySymbol)?.Type ?? ((IFieldSymbol)definition).Type));
    }

    /// <summary>Whether the type, or one around it, is generic.</summary>
    public static bool IsGeneric(INamedTypeSymbol type) => Around(type).Any(current => current.Arity > 0);

    // Outermost first, as the run time counts type parameters.
    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol? type) =>
        type is null ? [] : Around(type.ContainingType).Concat([type]);

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var all = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            all.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            all.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            all.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            all.Add("notnull");
        }

        all.AddRange(parameter.ConstraintTypes.Select(TypeRefFactory.Annotated));
        if (parameter.HasConstructorConstraint)
        {
            all.Add("new()");
        }

        return all.Count == 0 ? "" : " where " + TypeRefFactory.Annotated(parameter) + " : " + string.Join(", ", all);
    }
}
