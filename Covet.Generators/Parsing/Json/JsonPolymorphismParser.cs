using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing.Json;

/// <summary>Reads <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>.</summary>
internal static class JsonPolymorphismParser
{
    private const string DefaultName = "$type";

    /// <summary>The derived types; null where there are none.</summary>
    public static JsonPolymorphismSpec? Parse(JsonParseContext context)
    {
        var type = (INamedTypeSymbol)context.Type;
        var attributes = type.AllJson("JsonDerivedTypeAttribute").ToList();
        if (attributes.Count == 0)
        {
            return null;
        }

        var settings = type.Json("JsonPolymorphicAttribute");
        var derived = new List<(JsonDerivedTypeSpec Spec, int Depth)>();
        var discriminators = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (attribute.FirstValue() is not INamedTypeSymbol target)
            {
                continue;
            }

            if (attribute.IsBroken() || target.IsIncomplete())
            {
                context.Broken();
                continue;
            }

            if (Refuse(context, type, target) is { } reason)
            {
                context.Problem(JsonUse.Both, RuleIds.JsonPolymorphismInvalid, type, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), reason);
                continue;
            }

            var discriminator = attribute.ConstructorArguments.Length < 2 ? null : attribute.ConstructorArguments[1].Value switch
            {
                string text => SymbolDisplay.FormatLiteral(text, quote: true),
                int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => null,
            };
            if (discriminator is not null && !discriminators.Add(discriminator))
            {
                context.Problem(JsonUse.Both, RuleIds.JsonPolymorphismInvalid, type, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "two of them have the discriminator " + discriminator);
                continue;
            }

            if (discriminator is not null && !IsObject(target))
            {
                context.Problem(JsonUse.Both, RuleIds.JsonPolymorphismInvalid, type, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), target.Name + " is no JSON object, so it cannot carry a discriminator; leave the discriminator out, or wrap it in a class");
                continue;
            }

            // The base type in its own list is not reached: it is what is being parsed.
            var reference = SymbolEqualityComparer.Default.Equals(target, type) ? context.Reference : context.Reach(target);
            derived.Add((new JsonDerivedTypeSpec(reference, discriminator) { IsObject = IsObject(target), DiscriminatorText = attribute.ConstructorArguments.Length < 2 ? null : attribute.ConstructorArguments[1].Value as string }, target.SelfAndBases().Count()));
        }

        return new JsonPolymorphismSpec(
            settings.Named("TypeDiscriminatorPropertyName") as string ?? DefaultName,
            derived.OrderByDescending(item => item.Depth).Select(item => item.Spec).ToEquatableArray())
        {
            UnknownDerivedTypeHandling = settings.Named("UnknownDerivedTypeHandling") is int handling ? handling : 0,
            IgnoreUnrecognizedDiscriminators = settings.Named("IgnoreUnrecognizedTypeDiscriminators") is true,
        };
    }

    /// <summary>Whether a base type or interface of the type names it as a derived type.</summary>
    public static bool IsTarget(INamedTypeSymbol type) =>
        type.SelfAndBases().Concat(type.AllInterfaces).Any(candidate => candidate.AllJson("JsonDerivedTypeAttribute")
            .Any(attribute => attribute.FirstValue() is INamedTypeSymbol target && SymbolEqualityComparer.Default.Equals(target, type)));

    private static string? Refuse(JsonParseContext context, INamedTypeSymbol type, INamedTypeSymbol target)
    {
        var name = target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return target.IsUnboundGenericType ? name + " is open; name a closed type"
            : !context.Compilation.HasImplicitConversion(target, type) ? name + " does not derive from it"
            : !target.IsAccessibleInAssembly() ? name + " is not accessible in the assembly; make it internal or public"
            : null;
    }

    private static bool IsObject(INamedTypeSymbol type) =>
        !type.HasJson("JsonConverterAttribute") && !type.Implements("System.Collections", "IEnumerable") && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface;
}
