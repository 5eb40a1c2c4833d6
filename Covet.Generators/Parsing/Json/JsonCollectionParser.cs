using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Recognises arrays, collections and dictionaries, and how each is made, in the order in which System.Text.Json asks.</summary>
internal static class JsonCollectionParser
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>The shape, or null where the type is no collection.</summary>
    public static JsonTypeSpec? TryParse(JsonParseContext context)
    {
        if (context.Type is IArrayTypeSymbol array)
        {
            return Items(context, array.ElementType, JsonCollectionKind.Array);
        }

        if (context.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        if (type is { Arity: 1, Name: "Memory" or "ReadOnlyMemory" } && type.ContainingNamespace.IsNamed("System"))
        {
            return Items(context, type.TypeArguments[0], JsonCollectionKind.Array);
        }

        if (JsonCollectionTypes.Interface(type, Generic, "IDictionary", 2) is { } dictionary)
        {
            return JsonDictionaryParser.Parse(context, type, dictionary, isReadOnly: false);
        }

        if (JsonCollectionTypes.Interface(type, Generic, "IReadOnlyDictionary", 2) is { } readOnly)
        {
            return JsonDictionaryParser.Parse(context, type, readOnly, isReadOnly: true);
        }

        if (JsonCollectionTypes.Interface(type, "System.Collections", "IDictionary", 0) is not null)
        {
            return JsonDictionaryParser.ParseUntyped(context, type);
        }

        if (JsonCollectionTypes.Interface(type, Generic, "IAsyncEnumerable", 1) is { } stream)
        {
            return JsonCollectionTypes.Element(context, new JsonTypeSpec(context.Reference, JsonShape.AsyncEnumerable), stream.TypeArguments[0]);
        }

        if (JsonCollectionTypes.Interface(type, Generic, "IEnumerable", 1) is { } items)
        {
            return Collection(context, type, items);
        }

        return JsonCollectionTypes.Interface(type, "System.Collections", "IEnumerable", 0) is null ? null : Untyped(context, type);
    }

    private static JsonTypeSpec Collection(JsonParseContext context, INamedTypeSymbol type, INamedTypeSymbol items)
    {
        var item = items.TypeArguments[0];
        var argument = TypeRefFactory.Create(items).FullName;
        argument = argument.Substring(argument.IndexOf('<'));
        var spec = Items(context, item, JsonCollectionKind.WriteOnly) with { EnumerateAs = type.TypeKind == TypeKind.Interface || JsonCollectionTypes.IsOfFramework(type) ? null : TypeRefFactory.Create(items).FullName };
        if (type.ContainingNamespace.IsNamed(Immutable) && JsonCollectionTypes.ImmutableFactory(type) is { } factory)
        {
            return spec with { CollectionKind = JsonCollectionKind.Immutable, CreateType = factory, EnumerateAs = null };
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return spec with
            {
                CollectionKind = type.Name switch
                {
                    "ISet" or "IReadOnlySet" when type.ContainingNamespace.IsNamed(Generic) => JsonCollectionKind.Set,
                    "IEnumerable" or "ICollection" or "IList" or "IReadOnlyCollection" or "IReadOnlyList" when type.ContainingNamespace.IsNamed(Generic) => JsonCollectionKind.List,
                    _ => JsonCollectionKind.WriteOnly,
                },
                ReadProblem = JsonCollectionTypes.NoConstructor(context, type, type.ContainingNamespace.IsNamed(Generic) && type.Name is not "IOrderedEnumerable"),
            };
        }

        var canMake = JsonCollectionTypes.CanMake(type);
        if (JsonCollectionTypes.Derives(type, Generic, "Stack") || JsonCollectionTypes.Derives(type, "System.Collections.Concurrent", "ConcurrentStack"))
        {
            return canMake ? spec with { CollectionKind = JsonCollectionKind.Push } : spec with { ReadProblem = JsonCollectionTypes.NoConstructor(context, type, false) };
        }

        if (JsonCollectionTypes.Derives(type, Generic, "Queue") || JsonCollectionTypes.Derives(type, "System.Collections.Concurrent", "ConcurrentQueue"))
        {
            return canMake ? spec with { CollectionKind = JsonCollectionKind.Enqueue } : spec with { ReadProblem = JsonCollectionTypes.NoConstructor(context, type, false) };
        }

        if (type is { Name: "List", Arity: 1 } && type.ContainingNamespace.IsNamed(Generic))
        {
            return spec with { CollectionKind = JsonCollectionKind.List };
        }

        // ArraySegment has an Add that throws.
        if (canMake && !(type.IsValueType && JsonCollectionTypes.IsOfFramework(type)) && JsonCollectionTypes.Interface(type, Generic, "ICollection", 1) is not null)
        {
            var isSet = type is { Name: "HashSet", Arity: 1 } && type.ContainingNamespace.IsNamed(Generic);
            return spec with
            {
                CollectionKind = isSet ? JsonCollectionKind.Set : JsonCollectionKind.Add,
                FillInterface = isSet ? null : "global::System.Collections.Generic.ICollection" + argument,
            };
        }

        return spec with { ReadProblem = JsonCollectionTypes.NoConstructor(context, type, false) };
    }

    private static JsonTypeSpec Untyped(JsonParseContext context, INamedTypeSymbol type)
    {
        var any = context.Compilation.GetSpecialType(SpecialType.System_Object);
        var spec = new JsonTypeSpec(context.Reference, JsonShape.Collection) { Element = context.Reach(any), ElementNullable = true, ElementAnnotated = true, IsUntyped = true };
        if (type.TypeKind == TypeKind.Interface)
        {
            return spec with { CollectionKind = JsonCollectionKind.List };
        }

        if (JsonCollectionTypes.CanMake(type))
        {
            if (JsonCollectionTypes.Derives(type, "System.Collections", "Stack"))
            {
                return spec with { CollectionKind = JsonCollectionKind.Push };
            }

            if (JsonCollectionTypes.Derives(type, "System.Collections", "Queue"))
            {
                return spec with { CollectionKind = JsonCollectionKind.Enqueue };
            }

            if (JsonCollectionTypes.Interface(type, "System.Collections", "IList", 0) is not null)
            {
                return spec with { CollectionKind = JsonCollectionKind.Add, FillInterface = "global::System.Collections.IList" };
            }
        }

        return spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = JsonCollectionTypes.NoConstructor(context, type, false) };
    }

    private static JsonTypeSpec Items(JsonParseContext context, ITypeSymbol item, JsonCollectionKind kind) =>
        JsonCollectionTypes.Element(context, new JsonTypeSpec(context.Reference, JsonShape.Collection) { CollectionKind = kind }, item);
}
