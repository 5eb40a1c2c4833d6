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
}
