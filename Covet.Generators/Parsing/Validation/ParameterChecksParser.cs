using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Reads the rules of an endpoint's parameter, and those of an object whose members bind one by one.</summary>
internal static class ParameterChecksParser
{
    /// <summary>The rules of one parameter or bound member; null where it has none that look at it alone.</summary>
    /// <param name="parameter">The parameter as it binds.</param>
    /// <param name="type">The type.</param>
    /// <param name="attributes">Its attributes, those of the property of its name included.</param>
    /// <param name="owner">The type that has the member; null for a parameter.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="diagnostics">Takes what cannot be generated.</param>
    public static ValidationMemberSpec? Parse(
        ParameterSpec parameter,
        ITypeSymbol type,
        IReadOnlyList<AttributeData> attributes,
        INamedTypeSymbol? owner,
        Compilation compilation,
        List<DiagnosticSpec> diagnostics)
    {
        var rules = attributes.Where(MemberAttributes.IsRule).ToList();
        if (rules.Count == 0)
        {
            return null;
        }

        var name = parameter.Name;
        var parser = new RuleParser(compilation, diagnostics, owner is null ? name : owner.Name + "." + name);
        if (parameter.Source is BindingSource.AsParameters or BindingSource.FormObject or BindingSource.Services or BindingSource.Special)
        {
            parser.Refuse(rules[0], "the value is not bound from one place of the request; put the rule on a member, or on the type");
            return null;
        }

        var alone = parser.Parse(rules, type, owner).Where(rule => owner is null || !NeedsOwner(rule)).ToEquatableArray();
        return alone.Count == 0 ? null : parser.Member(name, parameter.Source == BindingSource.Body ? "" : parameter.WireName, type, attributes, alone);
    }

    /// <summary>
    /// What is left to check when an <c>[AsParameters]</c> or form object is made: rules of its members that look at the
    /// object, rules of its type, and <c>IValidatableObject</c>; null where there is nothing.
    /// </summary>
    /// <param name="type">The object's type.</param>
    /// <param name="members">The members as they were bound.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="diagnostics">Takes what cannot be generated.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ValidationTypeSpec? ParseObject(INamedTypeSymbol type, IEnumerable<ParameterSpec> members, Compilation compilation, List<DiagnosticSpec> diagnostics, CancellationToken cancellation)
    {
        diagnostics.AddRange(ValidationTypeParser.Diagnose(type, compilation, cancellation));
        if (ValidationTypeParser.Parse(type, compilation, cancellation) is not { Shape: ValidationShape.Object } spec)
        {
            return null;
        }

        var bound = members.ToList();
        string Key(string clrName, string fallback)
        {
            var member = bound.FirstOrDefault(candidate => string.Equals(candidate.Name, clrName, StringComparison.OrdinalIgnoreCase));
            return member is null ? fallback : member.Source == BindingSource.Body ? "" : member.WireName;
        }

        var left = spec.Members
            .Select(member => member with
            {
                Key = Key(member.ClrName, member.Key),
                HasValidator = false,
                Rules = member.Rules.Where(NeedsOwner).ToEquatableArray(),
            })
            .Where(member => member.Rules.Count > 0)
            .ToEquatableArray();
        if (left.Count == 0 && spec.TypeRules.Count == 0 && !spec.IsValidatableObject)
        {
            return null;
        }

        return spec with
        {
            Members = left,
            Keys = bound.Select(member => new ValidationKeySpec(ClrName(type, member.Name), Key(member.Name, member.Name))).Where(key => key.ClrName != key.Key).ToEquatableArray(),
            DerivedTypes = default,
            IsRecursive = false,
        };
    }

    private static bool NeedsOwner(ValidationRuleSpec rule) =>
        rule.Kind is ValidationRuleKind.Compare or ValidationRuleKind.AttributeWithContext || rule is { Kind: ValidationRuleKind.CustomMethod, Flag: true };

    // A constructor parameter may be written otherwise than the property that rules name.
    private static string ClrName(INamedTypeSymbol type, string name) =>
        type.SelfAndBases().SelectMany(current => current.GetMembers()).OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))?.Name ?? name;
}
