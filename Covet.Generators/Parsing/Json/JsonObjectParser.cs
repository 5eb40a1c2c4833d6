using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Reads a type whose members are those of a JSON object.</summary>
internal static class JsonObjectParser
{
    public static JsonTypeSpec Parse(JsonParseContext context)
    {
        var type = (INamedTypeSymbol)context.Type;
        var constructor = JsonConstructorParser.Choose(type);
        if (HasUnsettable(type) || (constructor is not null && constructor.Parameters.Any(static parameter => parameter.Type.IsBroken())))
        {
            context.Broken();
            return new JsonTypeSpec(context.Reference, JsonShape.Any);
        }

        var members = JsonMemberParser.Parse(context, constructor, out var ignored);
        var problem = JsonConstructorParser.WhyNone(type, constructor);
        var spec = new JsonTypeSpec(context.Reference, JsonShape.Object)
        {
            IsTuple = type.IsTupleType,
            IsAbstract = type.IsAbstract,
            Constructor = problem is null ? JsonConstructorParser.Parse(context, type, constructor, ref members) : null,
            IgnoredNames = ignored.ToEquatableArray(),
            Polymorphism = JsonPolymorphismParser.Parse(context),
            IsPolymorphicTarget = JsonPolymorphismParser.IsTarget(type),
            DisallowUnmapped = type.Json("JsonUnmappedMemberHandlingAttribute").FirstNumber() is { } handling ? handling == 1 : context.Options.DisallowUnmapped,
            ReadProblem = problem,
        };
        if (problem is not null && spec.Polymorphism is null)
        {
            context.Problem(JsonUse.Read, RuleIds.JsonCannotBeRead, type, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), problem);
        }

        return spec with { Members = members.ToEquatableArray() };
    }

    // The compiler refuses a required member that whoever makes the object could not set.
    private static bool HasUnsettable(INamedTypeSymbol type) => type.SelfAndBases().SelectMany(static level => level.GetMembers()).Any(static member =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
        && (member is IPropertySymbol { SetMethod: null } || member.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal));
}
