namespace Covet.Generators.Model;

/// <summary>What a rule asks; decides which code is generated for it.</summary>
internal enum ValidationRuleKind
{
    Required,
    StringLength,
    MinLength,
    MaxLength,
    Length,
    Range,
    Pattern,

    /// <summary>A predicate of <c>ValidationRules</c> on text.</summary>
    Text,
    AllowedValues,
    DeniedValues,
    Compare,
    EnumDataType,

    /// <summary>A static method of the user, by <c>[CustomValidation]</c>.</summary>
    CustomMethod,

    /// <summary>An attribute that is asked itself, by <c>IsValid(value)</c>.</summary>
    Attribute,

    /// <summary>An attribute that is asked itself, by <c>GetValidationResult(value, context)</c>.</summary>
    AttributeWithContext,
}
