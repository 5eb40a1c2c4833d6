using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Reads the rules of one class, struct, record or interface into its node.</summary>
internal sealed class ObjectRulesParser(ValidationNode node, INamedTypeSymbol type, Compilation compilation)
{
    private readonly List<KeyValuePair<string, ITypeSymbol>> edges = [];
    private readonly List<ValidationMemberSpec> members = [];
    private readonly List<ValidationKeySpec> keys = [];

    public IEnumerable<KeyValuePair<string, ITypeSymbol>> Parse()
    {
        foreach (var member in Members())
        {
            AddMember(member);
        }

        var typeRules = MemberAttributes.OfType(type).Where(MemberAttributes.IsRule).ToList();
        var rules = new RuleParser(compilation, node.Diagnostics, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)).Parse(typeRules, type, type);
        var validatable = type.AllInterfaces.Any(contract => contract.Is("System.ComponentModel.DataAnnotations", "IValidatableObject"));
        var marked = type.GetAttributes().Any(IsValidateMark);
        node.HasOwnRules = marked || validatable || rules.Count > 0 || members.Any(member => member.Rules.Count > 0);
        node.Spec = node.Spec with
        {
            Members = members.ToEquatableArray(),
            TypeRules = rules,
            IsValidatableObject = validatable,
            DerivedTypes = Derived(),
            Keys = keys.ToEquatableArray(),
        };
        return edges;
    }

    private static bool IsValidateMark(AttributeData attribute) =>
        attribute.AttributeClass.Is("Covet", "ValidateAttribute") || attribute.AttributeClass.Is("Microsoft.Extensions.Validation", "ValidatableTypeAttribute");

    // Properties and fields by name, the nearest declaration first, in the order in which Validator goes through them.
    private IEnumerable<ISymbol> Members()
    {
        var seen = new HashSet<string>();
        var owners = type.TypeKind == TypeKind.Interface ? new[] { type }.Concat(type.AllInterfaces) : type.SelfAndBases();
        if (type.IsTupleType)
        {
            return type.TupleElements;
        }

        return owners
            .SelectMany(owner => owner.GetMembers())
            .Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false } and (IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } or IFieldSymbol { AssociatedSymbol: null })
                || member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: true, Name: not "EqualityContract", ExplicitInterfaceImplementations.Length: 0 })
            .Where(member => seen.Add(member.Name));
    }

    private void AddMember(ISymbol member)
    {
        var memberType = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        var attributes = MemberAttributes.Of(member);
        var ruleAttributes = attributes.Where(MemberAttributes.IsRule).ToList();
        var included = attributes.Any(attribute => attribute.AttributeClass.Is("System.Text.Json.Serialization", "JsonIncludeAttribute"));
        if (!IsSeen(member, included, ruleAttributes))
        {
            return;
        }

        var key = WireNames.Of(member, attributes, compilation);
        if (key != member.Name)
        {
            keys.Add(new ValidationKeySpec(member.Name, key));
        }

        var owner = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) + "." + member.Name;
        var parser = new RuleParser(compilation, node.Diagnostics, owner);
        var rules = ruleAttributes.Count == 0 ? default : parser.Parse(ruleAttributes, memberType, type);
        var follows = !IsIgnored(attributes) && ValidationTypeParser.CanHaveRules(memberType);
        if (follows)
        {
            edges.Add(new KeyValuePair<string, ITypeSymbol>(member.Name, memberType));
        }

        if (rules.Count > 0 || follows)
        {
            members.Add(parser.Member(member.Name, key, memberType, attributes, rules));
        }
    }

    // Public members, and those that [JsonInclude] makes part of the JSON. A rule that generated code cannot reach is an error.
    private bool IsSeen(ISymbol member, bool included, List<AttributeData> rules)
    {
        var isPublic = member.DeclaredAccessibility == Accessibility.Public;
        if (!isPublic && !included)
        {
            return false;
        }

        if (member is IFieldSymbol && !included && rules.Count == 0)
        {
            return false;
        }

        var getter = member is IPropertySymbol property ? property.GetMethod : member;
        if (getter is not null && compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly))
        {
            return true;
        }

        if (rules.Count > 0)
        {
            node.Diagnostics.Add(new DiagnosticSpec(
                RuleIds.ValidatedMemberUnreachable,
                member.Place(),
                new EquatableArray<string>([type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) + "." + member.Name])));
        }

        return false;
    }

    // [JsonIgnore] without a condition: nothing below the member comes from a request.
    private static bool IsIgnored(List<AttributeData> attributes) => attributes.Any(attribute =>
        attribute.AttributeClass.Is("System.Text.Json.Serialization", "JsonIgnoreAttribute")
        && !attribute.NamedArguments.Any(argument => argument.Key == "Condition" && argument.Value.Value is not 1));

    private EquatableArray<TypeRef> Derived()
    {
        var found = new List<INamedTypeSymbol>();
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is("System.Text.Json.Serialization", "JsonDerivedTypeAttribute")
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is INamedTypeSymbol derived
                && !SymbolEqualityComparer.Default.Equals(derived, type)
                && ValidationTypeParser.CanHaveRules(derived))
            {
                found.Add(derived);
            }
        }

        var ordered = found.OrderByDescending(derived => derived.SelfAndBases().Count()).ToList();
        foreach (var derived in ordered)
        {
            edges.Add(new KeyValuePair<string, ITypeSymbol>(ValidationTypeParser.DerivedEdge + TypeRefFactory.Create(derived).FullName, derived));
        }

        return ordered.Select(TypeRefFactory.Create).ToEquatableArray();
    }
}
