using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Recognises how a dictionary is made, and which keys it may have.</summary>
internal static class JsonDictionaryParser
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>A dictionary of keys and values whose types are known.</summary>
    public static JsonTypeSpec Parse(JsonParseContext context, INamedTypeSymbol type, INamedTypeSymbol contract, bool isReadOnly)
    {
        var arguments = TypeRefFactory.Create(contract).FullName;
        arguments = arguments.Substring(arguments.IndexOf('<'));
        var spec = JsonCollectionTypes.Element(context, new JsonTypeSpec(context.Reference, JsonShape.Dictionary), contract.TypeArguments[1]) with
        {
            Key = Key(context, contract.TypeArguments[0]),
            EnumerateAs = JsonCollectionTypes.IsOfFramework(type) && type.TypeKind != TypeKind.Interface ? null : "global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair" + arguments + ">",
        };
        if (type.ContainingNamespace.IsNamed(Immutable) && JsonCollectionTypes.ImmutableFactory(type) is { } factory)
        {
            return spec with { CollectionKind = JsonCollectionKind.Immutable, CreateType = factory };
        }

        if (spec.Key!.Special == KnownType.Object)
        {
            const string AnyKey = "its keys are objects, and a name in JSON does not say which; use string";
            context.Problem(JsonUse.Read, RuleIds.JsonCannotBeRead, type, context.Reference.Name, AnyKey);
            return spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = AnyKey };
        }

        if (type.TypeKind == TypeKind.Interface && type.ContainingNamespace.IsNamed(Generic))
        {
            return spec with { CollectionKind = JsonCollectionKind.Dictionary, CreateType = "global::System.Collections.Generic.Dictionary" + arguments };
        }

        if (!isReadOnly && JsonCollectionTypes.CanMake(type))
        {
            var isPlain = type is { Name: "Dictionary", Arity: 2 } && type.ContainingNamespace.IsNamed(Generic);
            return spec with
            {
                CollectionKind = isPlain ? JsonCollectionKind.Dictionary : JsonCollectionKind.Add,
                CreateType = isPlain ? context.Reference.FullName : null,
                FillInterface = isPlain ? null : "global::System.Collections.Generic.IDictionary" + arguments,
            };
        }

        return spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = JsonCollectionTypes.NoConstructor(context, type, false) };
    }

    /// <summary>A dictionary of objects, whose keys are read as strings.</summary>
    public static JsonTypeSpec ParseUntyped(JsonParseContext context, INamedTypeSymbol type)
    {
        var text = context.Compilation.GetSpecialType(SpecialType.System_String);
        var any = context.Compilation.GetSpecialType(SpecialType.System_Object);
        var spec = new JsonTypeSpec(context.Reference, JsonShape.Dictionary) { Key = context.Reach(text), Element = context.Reach(any), ElementNullable = true, ElementAnnotated = true, IsUntyped = true };
        return type.TypeKind == TypeKind.Interface ? spec with { CollectionKind = JsonCollectionKind.Dictionary, CreateType = "global::System.Collections.Generic.Dictionary<string, object?>", FillInterface = "global::System.Collections.IDictionary" }
            : JsonCollectionTypes.CanMake(type) ? spec with { CollectionKind = JsonCollectionKind.Add, FillInterface = "global::System.Collections.IDictionary" }
            : spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = JsonCollectionTypes.NoConstructor(context, type, false) };
    }

    private static TypeRef Key(JsonParseContext context, ITypeSymbol key)
    {
        var known = KnownTypes.Of(key);
        var allowed = key.TypeKind == TypeKind.Enum || key.HasJson("JsonConverterAttribute")
            || known is (>= KnownType.Object and <= KnownType.Decimal) or (>= KnownType.Guid and <= KnownType.Version);
        if (!allowed)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonDictionaryKey, context.Type, context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), key.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            return TypeRefFactory.Create(context.Compilation.GetSpecialType(SpecialType.System_String));
        }

        return context.Reach(key);
    }
}
