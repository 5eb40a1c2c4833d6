using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Rules that are asked themselves: the user's own attributes, and those of the framework that Covet does not write out.</summary>
internal static class InstanceRuleParser
{
    public static ValidationRuleSpec? Parse(RuleSource source, RuleParser parser)
    {
        var type = source.Attribute.AttributeClass!;
        if (Unreachable(source.Attribute, parser) is { } name)
        {
            return parser.Refuse(source.Attribute, "generated code cannot name '" + name + "'; make it public or internal");
        }

        var spec = AttributeSpecParser.Parse(source.Attribute);
        return new ValidationRuleSpec(NeedsContext(type) ? ValidationRuleKind.AttributeWithContext : ValidationRuleKind.Attribute, RuleParser.CodeOf(source.Attribute), "\"\"")
        {
            Target = spec.Expression,
            Operand = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        };
    }

    // Without an IsValid of its own that takes a context, an attribute says yes or no to the value alone, and no context
    // has to be made.
    private static bool NeedsContext(INamedTypeSymbol type)
    {
        foreach (var current in type.SelfAndBases())
        {
            if (current.ContainingNamespace.IsNamed("System.ComponentModel.DataAnnotations"))
            {
                return current.Name is not ("ValidationAttribute" or "DataTypeAttribute" or "FileExtensionsAttribute" or "EmailAddressAttribute"
                    or "PhoneAttribute" or "UrlAttribute" or "CreditCardAttribute" or "Base64StringAttribute" or "StringLengthAttribute"
                    or "RangeAttribute" or "RegularExpressionAttribute" or "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute");
            }

            if (current.GetMembers().OfType<IMethodSymbol>().Any(method => method is { Name: "IsValid", Parameters.Length: 2 })
                || current.GetMembers("RequiresValidationContext").Length > 0)
            {
                return true;
            }
        }

        return true;
    }

    private static string? Unreachable(AttributeData attribute, RuleParser parser)
    {
        if (!parser.CanReach(attribute.AttributeClass!) || !parser.CanReach(attribute.AttributeConstructor!))
        {
            return attribute.AttributeClass!.Name;
        }

        return attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value))
            .SelectMany(argument => argument is { Kind: TypedConstantKind.Array, IsNull: false } ? argument.Values : [argument])
            .Where(argument => argument is { Kind: TypedConstantKind.Type, IsNull: false })
            .Select(argument => (ITypeSymbol)argument.Value!)
            .FirstOrDefault(type => !parser.CanReach(type))?.Name;
    }
}
