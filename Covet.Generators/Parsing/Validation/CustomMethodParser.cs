using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing.Validation;

/// <summary>The rule of <c>[CustomValidation]</c>: a direct call of the static method that it names.</summary>
internal static class CustomMethodParser
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";

    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser)
    {
        if (source.Argument(0) is not INamedTypeSymbol type || source.Argument(1) is not string name)
        {
            return parser.Refuse(source.Attribute, "it names no method");
        }

        var method = type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            candidate is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1 or 2 }
            && candidate.ReturnType.Is(DataAnnotations, "ValidationResult")
            && (candidate.Parameters.Length == 1 || candidate.Parameters[1].Type.Is(DataAnnotations, "ValidationContext")));
        if (type.IsIncomplete() || type.GetMembers(name).OfType<IMethodSymbol>().Any(static candidate => candidate.ReturnType.IsBroken() || candidate.Parameters.Any(static parameter => parameter.Type.IsBroken())))
        {
            return null; // The compiler reports it.
        }

        if (method is null)
        {
            return parser.Refuse(source.Attribute, "there is no 'public static ValidationResult? " + name + "(value)' or '(value, ValidationContext)' in '" + type.Name + "'");
        }

        if (!parser.CanReach(type) || !parser.CanReach(method))
        {
            return parser.Refuse(source.Attribute, "generated code cannot call '" + type.Name + "." + name + "'; make it public");
        }

        // DataAnnotations converts other values at run time; only what the compiler converts can be generated.
        var parameter = method.Parameters[0].Type;
        var conversion = ((CSharpCompilation)parser.Compilation).ClassifyConversion(source.ValueType, parameter);
        var down = source.Value.IsNullableStruct && SymbolEqualityComparer.Default.Equals(source.ValueType.UnwrapNullable(), parameter);
        if (down || !conversion.IsImplicit)
        {
            return parser.Refuse(source.Attribute, "the value is not a '" + parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "' without a conversion");
        }

        return parser.Rule(source, ValidationRuleKind.CustomMethod, "{0} is not valid.", 1) is { } rule
            ? rule with
            {
                Target = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + CSharpName.Escape(name),
                Operand = parameter.SpecialType == SpecialType.System_Object ? null : TypeRefFactory.Create(parameter).FullName,
                Flag = method.Parameters.Length == 2,
            }
            : null;
    }
}
