using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Gathers the attributes that bear on a member: its own, those that it overrides, and those of the constructor parameter of its name.</summary>
internal static class MemberAttributes
{
    private const string DataAnnotations = "System.ComponentModel.DataAnnotations";

    /// <summary>Whether an attribute is a rule, and one that can be made.</summary>
    public static bool IsRule(AttributeData attribute) => !attribute.IsBroken() && attribute.AttributeClass.DerivesFrom(DataAnnotations, "ValidationAttribute");

    /// <summary>All attributes of a member, the nearest first.</summary>
    public static List<AttributeData> Of(ISymbol member)
    {
        var all = new List<AttributeData>(member.GetAttributes());
        for (var overridden = (member as IPropertySymbol)?.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            AddInherited(all, overridden.GetAttributes());
        }

        foreach (var parameter in Parameters(member))
        {
            all.AddRange(parameter.GetAttributes());
        }

        return all;
    }

    /// <summary>All rules of a type: its own, those of its bases and of its interfaces.</summary>
    public static List<AttributeData> OfType(INamedTypeSymbol type)
    {
        var all = new List<AttributeData>();
        foreach (var current in type.SelfAndBases().Concat(type.AllInterfaces))
        {
            AddInherited(all, current.GetAttributes());
        }

        return all;
    }

    // What the nearer declaration says again replaces the farther one, unless the attribute may stand several times.
    private static void AddInherited(List<AttributeData> all, IEnumerable<AttributeData> inherited)
    {
        all.AddRange([.. inherited.Where(candidate => MayRepeat(candidate) || !all.Any(known => SymbolEqualityComparer.Default.Equals(known.AttributeClass, candidate.AttributeClass)))]);
    }

    private static bool MayRepeat(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(usage => usage.AttributeClass.Is("System", "AttributeUsageAttribute")) is { } usage)
            {
                return usage.NamedArguments.Any(argument => argument is { Key: "AllowMultiple", Value.Value: true });
            }
        }

        return false;
    }

    // A record's attributes stand on its primary constructor's parameters unless they say [property:]; a class that is read
    // through its constructor may have them there too.
    private static IEnumerable<IParameterSymbol> Parameters(ISymbol member)
    {
        var owner = member.ContainingType;
        foreach (var constructor in owner.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (string.Equals(parameter.Name, member.Name, owner.IsRecord ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
                    && !(constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(parameter.Type, owner)))
                {
                    yield return parameter;
                }
            }
        }
    }
}
