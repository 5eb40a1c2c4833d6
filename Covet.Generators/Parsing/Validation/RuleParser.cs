using System.Globalization;
using System.Text;
using Covet.Generators.Model;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Turns validation attributes of one member, parameter or type into rules; what cannot become one is a diagnostic.</summary>
internal sealed class RuleParser(Compilation compilation, List<DiagnosticSpec> diagnostics, string owner)
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";

    public Compilation Compilation => compilation;

    /// <summary>The rules, in the order of the attributes.</summary>
    /// <param name="attributes">The attributes, all of them rules.</param>
    /// <param name="valueType">The type of the value.</param>
    /// <param name="ownerType">The type that has the member; null for a parameter.</param>
    public EquatableArray<ValidationRuleSpec> Parse(IReadOnlyList<AttributeData> attributes, ITypeSymbol valueType, INamedTypeSymbol? ownerType)
    {
        var value = ValueParser.Parse(valueType);
        var rules = new List<ValidationRuleSpec>();
        foreach (var attribute in attributes)
        {
            var source = new RuleSource(attribute, value, valueType, ownerType);
            if (ParseOne(source) is { } rule)
            {
                rules.Add(rule with { Display = Display(attribute) });
            }
        }

        return rules.ToEquatableArray();
    }

    /// <summary>The spec of a member with its rules.</summary>
    public ValidationMemberSpec Member(string name, string key, ITypeSymbol type, IReadOnlyList<AttributeData> attributes, EquatableArray<ValidationRuleSpec> rules)
    {
        var display = DisplayNameParser.Parse(name, attributes, this);
        return new ValidationMemberSpec(name, key, Types.TypeRefFactory.Create(type), rules)
        {
            Name = display.Expression,
            NameIsResource = display.IsResource,
            Value = ValueParser.Parse(type),
        };
    }

    /// <summary>Reports a rule that cannot be generated, and makes none.</summary>
    public ValidationRuleSpec? Refuse(AttributeData attribute, string reason)
    {
        var place = attribute.ApplicationSyntaxReference is { } reference ? Symbols.Place(Location.Create(reference.SyntaxTree, reference.Span)) : null;
        diagnostics.Add(new DiagnosticSpec(RuleIds.ValidationRuleUnsupported, place, new EquatableArray<string>([Display(attribute), owner, reason])));
        return null;
    }

    /// <summary>Whether generated code can name a type or call a member.</summary>
    public bool CanReach(ISymbol symbol) =>
        symbol is not INamedTypeSymbol { IsFileLocal: true } && compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);

    private ValidationRuleSpec? ParseOne(RuleSource source)
    {
        var type = source.Attribute.AttributeClass!;
        if (!type.ContainingNamespace.IsNamed(DataAnnotations) || type.ContainingType is not null)
        {
            return InstanceRuleParser.Parse(source, this);
        }

        switch (type.Name)
        {
            case "RequiredAttribute":
                return Rule(source, ValidationRuleKind.Required, "The {0} field is required.", 1) is { } required
                    ? required with { Flag = source.Named("AllowEmptyStrings") is true }
                    : null;
            case "StringLengthAttribute":
                return LengthRuleParser.StringLength(source, this);
            case "MinLengthAttribute":
                return LengthRuleParser.MinLength(source, this);
            case "MaxLengthAttribute":
                return LengthRuleParser.MaxLength(source, this);
            case "LengthAttribute":
                return LengthRuleParser.Length(source, this);
            case "RangeAttribute":
                return RangeRuleParser.Parse(source, this);
            case "RegularExpressionAttribute":
                return PatternRuleParser.Parse(source, this);
            case "EmailAddressAttribute":
                return Text(source, "IsEmail", "The {0} field is not a valid e-mail address.");
            case "PhoneAttribute":
                return Text(source, "IsPhone", "The {0} field is not a valid phone number.");
            case "CreditCardAttribute":
                return Text(source, "IsCreditCard", "The {0} field is not a valid credit card number.");
            case "Base64StringAttribute":
                return Text(source, "IsBase64", "The {0} field is not a valid Base64 encoding.");
            case "UrlAttribute":
                return Text(source, "IsUrl", "The {0} field is not a valid fully-qualified http, https, or ftp URL.");
            case "AllowedValuesAttribute":
                return ValuesRuleParser.Parse(source, this, ValidationRuleKind.AllowedValues, "The {0} field does not equal any of the values specified in AllowedValuesAttribute.");
            case "DeniedValuesAttribute":
                return ValuesRuleParser.Parse(source, this, ValidationRuleKind.DeniedValues, "The {0} field equals one of the values specified in DeniedValuesAttribute.");
            case "CompareAttribute":
                return CompareRuleParser.Parse(source, this);
            case "EnumDataTypeAttribute":
                return EnumRuleParser.Parse(source, this);
            case "CustomValidationAttribute":
                return CustomMethodParser.Parse(source, this);
            case "DataTypeAttribute":
                return null; // Says what the value is, and refuses none.
            default:
                return InstanceRuleParser.Parse(source, this);
        }
    }

    /// <summary>A rule with its message; null where the message cannot be made, which is reported.</summary>
    public ValidationRuleSpec? Rule(RuleSource source, ValidationRuleKind kind, string defaultFormat, int messageArguments)
    {
        if (RuleMessage.Parse(source, this, defaultFormat, messageArguments) is not { } message)
        {
            return null;
        }

        return new ValidationRuleSpec(kind, CodeOf(source.Attribute), message.Expression) { FormatIsResource = message.IsResource };
    }

    /// <summary>The attribute's name in snake case: <c>StringLengthAttribute</c> is <c>string_length</c>.</summary>
    public static string CodeOf(AttributeData attribute)
    {
        var name = ShortName(attribute);
        var builder = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                builder.Append('_');
            }

            builder.Append(char.ToLowerInvariant(name[i]));
        }

        return builder.ToString();
    }

    private ValidationRuleSpec? Text(RuleSource source, string predicate, string format)
    {
        var accepts = source.Value.Known == KnownType.String || (predicate == "IsUrl" && source.Value.Known is KnownType.Uri);
        if (!accepts)
        {
            // On anything but text DataAnnotations refuses every value; on object only the run time knows.
            return source.Value.Known == KnownType.Object ? InstanceRuleParser.Parse(source, this) : Refuse(source.Attribute, "it accepts text only, and the value is none");
        }

        return Rule(source, ValidationRuleKind.Text, format, 1) is { } rule ? rule with { Target = predicate } : null;
    }

    private static string ShortName(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) && name.Length > "Attribute".Length ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    private static string Display(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(argument => AttributeConstantParser.Parse("", argument).Expression)
            .Concat(attribute.NamedArguments.Where(argument => !argument.Key.StartsWith("ErrorMessage", StringComparison.Ordinal)).Select(argument => argument.Key + " = " + AttributeConstantParser.Parse("", argument.Value).Expression))
            .ToList();
        return string.Format(CultureInfo.InvariantCulture, arguments.Count == 0 ? "[{0}]" : "[{0}({1})]", ShortName(attribute), string.Join(", ", arguments));
    }
}
