using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Filters;

/// <summary>A method as filters see it: its arguments as one type, and its result without a task.</summary>
internal sealed class FilterSignature(IMethodSymbol method, Compilation compilation)
{
    /// <summary>How the signature is written as an interface, for messages.</summary>
    public string Interface { get; } = "ICallFilter<" + Arguments(method) + ", " + Result(method) + ">";

    /// <summary>The type of a parameter as it is written in generated code, with its nullable annotation.</summary>
    public static string TypeName(IParameterSymbol parameter)
    {
        var name = TypeRefFactory.Create(parameter.Type).FullName;
        return !parameter.Type.IsValueType && parameter.Type.NullableAnnotation != NullableAnnotation.NotAnnotated ? name + "?" : name;
    }

    /// <summary>Whether an <c>ICallFilter&lt;TArguments, TResult&gt;</c> is for this method.</summary>
    public bool Fits(INamedTypeSymbol contract) => FitsArguments(contract.TypeArguments[0]) && FitsResult(contract.TypeArguments[1]);

    private static ITypeSymbol? ResultType(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
        {
            return null;
        }

        return method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && task.ContainingNamespace.IsNamed("System.Threading.Tasks")
            ? task.TypeArguments.FirstOrDefault()
            : method.ReturnType;
    }

    private static string Arguments(IMethodSymbol method) => method.Parameters.Length switch
    {
        0 => "ValueTuple",
        1 => Display(method.Parameters[0].Type),
        _ => "(" + string.Join(", ", method.Parameters.Select(parameter => Display(parameter.Type) + " " + parameter.Name)) + ")",
    };

    private static string Result(IMethodSymbol method) => ResultType(method) is { } type ? Display(type) : "NoResult";

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private bool FitsArguments(ITypeSymbol type)
    {
        var parameters = method.Parameters;
        if (parameters.Length == 0)
        {
            return type.Is("System", "ValueTuple") && type is INamedTypeSymbol { Arity: 0 };
        }

        if (parameters.Length == 1)
        {
            return IsSame(type, parameters[0].Type);
        }

        return type is INamedTypeSymbol { IsTupleType: true } tuple
            && tuple.TupleElements.Length == parameters.Length
            && tuple.TupleElements.Select((element, i) => IsSame(element.Type, parameters[i].Type)).All(same => same);
    }

    private bool FitsResult(ITypeSymbol type) => ResultType(method) is { } result ? IsSame(type, result) : type.Is("Covet", "NoResult");

    // Names of tuple elements do not matter; whether null is allowed does.
    private bool IsSame(ITypeSymbol left, ITypeSymbol right) => compilation.ClassifyCommonConversion(left, right).IsIdentity && SameAnnotations(left, right);

    private static bool SameAnnotations(ITypeSymbol left, ITypeSymbol right)
    {
        if (!left.IsValueType && left.NullableAnnotation != right.NullableAnnotation
            && left.NullableAnnotation != NullableAnnotation.None && right.NullableAnnotation != NullableAnnotation.None)
        {
            return false;
        }

        return (left, right) switch
        {
            (IArrayTypeSymbol a, IArrayTypeSymbol b) => SameAnnotations(a.ElementType, b.ElementType),
            (INamedTypeSymbol a, INamedTypeSymbol b) when a.TypeArguments.Length == b.TypeArguments.Length =>
                a.TypeArguments.Zip(b.TypeArguments, SameAnnotations).All(same => same),
            _ => true,
        };
    }
}
