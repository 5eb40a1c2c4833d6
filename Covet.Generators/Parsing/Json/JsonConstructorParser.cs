using Covet.Generators.Model;
using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Chooses the constructor that reading calls, as System.Text.Json does, and binds its parameters to members.</summary>
internal static class JsonConstructorParser
{
    /// <summary>The constructor; null where the type has none that can be chosen.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        var marked = type.InstanceConstructors.Where(constructor => constructor.HasJson("JsonConstructorAttribute")).ToList();
        if (marked.Count > 0)
        {
            return marked.Count == 1 ? marked[0] : null;
        }

        var open = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        // Its own converter calls the constructor, where a struct is made without one elsewhere.
        if (type is { Name: "KeyValuePair", Arity: 2 } && type.ContainingNamespace.IsNamed("System.Collections.Generic"))
        {
            return open.FirstOrDefault(constructor => constructor.Parameters.Length == 2);
        }

        if (type.IsTupleType)
        {
            return open.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);
        }

        return open.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) ?? (open.Count == 1 ? open[0] : null);
    }

    /// <summary>Why the type cannot be read, with the way out; null where it can.</summary>
    public static string? WhyNone(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        if (constructor is not null)
        {
            return null;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return "it is an interface; use a class, or name its implementations with [JsonDerivedType]";
        }

        if (type.IsAbstract)
        {
            return "it is abstract; name its derived types with [JsonDerivedType]";
        }

        return type.InstanceConstructors.Count(candidate => candidate.HasJson("JsonConstructorAttribute")) > 1
            ? "two of its constructors are marked [JsonConstructor]; mark one"
            : "it has no public constructor without parameters and not exactly one with parameters; mark one [JsonConstructor], or use [JsonModel(WriteOnly = true)] where it is only written";
    }

    /// <summary>Binds parameters to members: the members then know their parameter.</summary>
    public static JsonConstructorSpec Parse(JsonParseContext context, INamedTypeSymbol type, IMethodSymbol? constructor, ref List<JsonMemberSpec> members)
    {
        if (constructor is null)
        {
            return new JsonConstructorSpec(EquatableArray<JsonConstructorParameterSpec>.Empty);
        }

        var parameters = new List<JsonConstructorParameterSpec>();
        foreach (var parameter in constructor.Parameters)
        {
            var reference = TypeRefFactory.Create(parameter.Type);
            var index = members.FindIndex(member => Binds(member, parameter, reference, exact: true));
            index = index >= 0 ? index : members.FindIndex(member => Binds(member, parameter, reference, exact: false));
            var nullable = !context.Options.RespectNullableAnnotations || (parameter.Type.AllowsNull() && !parameter.Has("DisallowNullAttribute")) || parameter.Has("AllowNullAttribute");
            if (index >= 0)
            {
                members[index] = Bind(context, members[index], parameter, parameters.Count, nullable);
            }
            else if (!IsIgnored(type, parameter))
            {
                context.Problem(JsonUse.Read, RuleIds.JsonConstructorParameter, constructor, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), parameter.Name);
            }

            parameters.Add(new JsonConstructorParameterSpec(parameter.Name, reference, nullable, DefaultValue.Of(parameter)));
        }

        return new JsonConstructorSpec(parameters.ToEquatableArray())
        {
            IsHidden = constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal),
            SetsRequiredMembers = constructor.Has("SetsRequiredMembersAttribute"),
        };
    }

    private static JsonMemberSpec Bind(JsonParseContext context, JsonMemberSpec member, IParameterSymbol parameter, int index, bool nullable)
    {
        var isRequired = member.Required || (!parameter.HasExplicitDefaultValue && context.Options.RespectRequiredConstructorParameters);
        return member with
        {
            ConstructorParameter = index,
            CanRead = member.IgnoreCondition is not JsonMemberParser.WhenReading,
            Nullable = nullable,
            Setter = JsonAccess.None,
            Required = isRequired || (!parameter.HasExplicitDefaultValue && context.Options.RespectNullableAnnotations && !nullable && !parameter.Type.IsValueType),
            FillRequired = isRequired,
        };
    }

    private static bool Binds(JsonMemberSpec member, IParameterSymbol parameter, TypeRef type, bool exact) =>
        !member.IsExtensionData
        && member.ConstructorParameter < 0
        && string.Equals(member.ClrName, parameter.Name, exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        && (member.Type.Special != KnownType.None ? member.Type.Special == type.Special : Plain(member.Type.FullName) == Plain(type.FullName));

    // Annotations differ where a parameter takes null and the property then has none.
    private static string Plain(string fullName) => fullName.Replace("?", "");

    private static bool IsIgnored(INamedTypeSymbol type, IParameterSymbol parameter) => type.SelfAndBases()
        .SelectMany(current => current.GetMembers())
        .Any(member => member is IPropertySymbol or IFieldSymbol && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && member.HasJson("JsonIgnoreAttribute"));

    private static bool Has(this ISymbol symbol, string attributeName) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", attributeName));
}
