using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>
/// Tells what the compiler refuses at the user's own line. Nothing is made of it and nothing said: generated code would only repeat the
/// error in a file that nobody wrote, and a rule would judge what is not known.
/// </summary>
internal static class BrokenCode
{
    /// <summary>Stands among findings for what the compiler reports; it is left out where they are handed on.</summary>
    public static DiagnosticSpec Finding { get; } = new("", null, default);

    /// <summary>The findings that are to be told.</summary>
    public static EquatableArray<DiagnosticSpec> Told(this IEnumerable<DiagnosticSpec> findings) => findings.Where(static finding => !IsFinding(finding)).ToEquatableArray();

    /// <summary>Whether a finding is the compiler's.</summary>
    public static bool IsFinding(DiagnosticSpec finding) => finding.RuleId.Length == 0;

    /// <summary>Whether something in a type is not known or has no name, or does not meet a constraint: the type itself, an item, a type argument, what it is nested in.</summary>
    public static bool IsBroken(this ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => array.ElementType.IsBroken(),
        IPointerTypeSymbol pointer => pointer.PointedAtType.IsBroken(),
        INamedTypeSymbol { IsUnboundGenericType: true } => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TypeArguments.Any(static argument => argument.IsBroken()),
        INamedTypeSymbol named => (HasNoName(named) && !named.IsAnonymousType) || named.ContainingType.IsBroken() || named.TypeArguments.Any(static argument => argument.IsBroken()) || !FitsConstraints(named),
        _ => false,
    };

    /// <summary>Whether a type cannot stand in a signature: it is not known, less accessible than any handler or service, or static.</summary>
    public static bool IsUnusable(this ITypeSymbol type) => type.IsBroken() || !type.IsAccessibleInAssembly() || type is INamedTypeSymbol { IsStatic: true };

    /// <summary>Whether the compiler does not know all that a type is: a base, an interface or a constraint is broken.</summary>
    public static bool IsIncomplete(this ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && (named.SelfAndBases().Any(static level => level.IsBroken() || level.OriginalDefinition.BaseType.IsBroken())
            || named.AllInterfaces.Any(static contract => contract.IsBroken())
            || named.TypeParameters.Any(static parameter => parameter.ConstraintTypes.Any(static constraint => constraint.IsBroken())));

    /// <summary>Whether a constructor, which a generated call would name, has a parameter that cannot be.</summary>
    public static bool IsUnusable(this IMethodSymbol constructor) => constructor.Parameters.Any(static parameter => parameter.Type.IsUnusable() || parameter.GetAttributes().Any(IsBroken));

    /// <summary>Whether a member cannot be called or named: it has no name or its type has another of it; a method, another with its parameters.</summary>
    public static bool IsTwice(this ISymbol member)
    {
        var others = member.ContainingType.GetMembers(member.Name).Where(other => !SymbolEqualityComparer.Default.Equals(other, member));
        return member.Name.Length == 0 || (member is IMethodSymbol method ? others.Any(other => other is not IMethodSymbol overload || HasParametersOf(overload, method)) : others.Any());
    }

    /// <summary>Whether an attribute cannot be made: its class, its constructor or a value is not known.</summary>
    public static bool IsBroken(this AttributeData attribute) =>
        attribute.AttributeClass is not { } type
        || type.IsBroken()
        || attribute.AttributeConstructor is not { } constructor
        || constructor.Parameters.Any(static parameter => parameter.Type.IsBroken())
        || attribute.ConstructorArguments.Any(IsBroken)
        || attribute.NamedArguments.Any(static argument => IsBroken(argument.Value));

    private static bool HasNoName(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol? current = type; current is not null and not INamespaceSymbol { IsGlobalNamespace: true }; current = current.ContainingNamespace)
        {
            if (current.Name.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasParametersOf(IMethodSymbol method, IMethodSymbol other) =>
        method.Arity == other.Arity
        && method.Parameters.Length == other.Parameters.Length
        && method.Parameters.Zip(other.Parameters, static (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type) && (a.RefKind == RefKind.None) == (b.RefKind == RefKind.None)).All(static same => same);

    private static bool FitsConstraints(INamedTypeSymbol type)
    {
        var arguments = type.TypeArguments;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!TypeTraits.Fits(arguments[i], type.TypeParameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBroken(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error
        || constant.Type.IsBroken()
        || (constant.Kind == TypedConstantKind.Array && !constant.IsNull && constant.Values.Any(IsBroken))
        || (constant.Kind == TypedConstantKind.Type && (constant.Value as ITypeSymbol).IsBroken());
}
