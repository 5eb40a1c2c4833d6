using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Recognises arrays, collections and dictionaries, and how each is made, in the order in which System.Text.Json asks.</summary>
internal static class JsonCollectionParser
{
    private const int MaxDepth = 32;

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

        if (Interface(type, Generic, "IDictionary", 2) is { } dictionary)
        {
            return Dictionary(context, type, dictionary, isReadOnly: false);
        }

        if (Interface(type, Generic, "IReadOnlyDictionary", 2) is { } readOnly)
        {
            return Dictionary(context, type, readOnly, isReadOnly: true);
        }

        if (Interface(type, "System.Collections", "IDictionary", 0) is not null)
        {
            return UntypedDictionary(context, type);
        }

        if (Interface(type, Generic, "IAsyncEnumerable", 1) is { } stream)
        {
            return Element(context, new JsonTypeSpec(context.Reference, JsonShape.AsyncEnumerable), stream.TypeArguments[0]);
        }

        if (Interface(type, Generic, "IEnumerable", 1) is { } items)
        {
            return Collection(context, type, items);
        }

        return Interface(type, "System.Collections", "IEnumerable", 0) is null ? null : Untyped(context, type);
    }

    private static JsonTypeSpec Collection(JsonParseContext context, INamedTypeSymbol type, INamedTypeSymbol items)
    {
        var item = items.TypeArguments[0];
        var argument = TypeRefFactory.Create(items).FullName;
        argument = argument.Substring(argument.IndexOf('<'));
        var spec = Items(context, item, JsonCollectionKind.WriteOnly) with { EnumerateAs = type.TypeKind == TypeKind.Interface || IsOfFramework(type) ? null : TypeRefFactory.Create(items).FullName };
        if (type.ContainingNamespace.IsNamed(Immutable) && ImmutableFactory(type) is { } factory)
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
                ReadProblem = NoConstructor(context, type, type.ContainingNamespace.IsNamed(Generic) && type.Name is not "IOrderedEnumerable"),
            };
        }

        var canMake = CanMake(type);
        if (Derives(type, Generic, "Stack") || Derives(type, "System.Collections.Concurrent", "ConcurrentStack"))
        {
            return canMake ? spec with { CollectionKind = JsonCollectionKind.Push } : spec with { ReadProblem = NoConstructor(context, type, false) };
        }

        if (Derives(type, Generic, "Queue") || Derives(type, "System.Collections.Concurrent", "ConcurrentQueue"))
        {
            return canMake ? spec with { CollectionKind = JsonCollectionKind.Enqueue } : spec with { ReadProblem = NoConstructor(context, type, false) };
        }

        if (type is { Name: "List", Arity: 1 } && type.ContainingNamespace.IsNamed(Generic))
        {
            return spec with { CollectionKind = JsonCollectionKind.List };
        }

        // ArraySegment has an Add that throws.
        if (canMake && !(type.IsValueType && IsOfFramework(type)) && Interface(type, Generic, "ICollection", 1) is not null)
        {
            var isSet = type is { Name: "HashSet", Arity: 1 } && type.ContainingNamespace.IsNamed(Generic);
            return spec with
            {
                CollectionKind = isSet ? JsonCollectionKind.Set : JsonCollectionKind.Add,
                FillInterface = isSet ? null : "global::System.Collections.Generic.ICollection" + argument,
            };
        }

        return spec with { ReadProblem = NoConstructor(context, type, false) };
    }

    private static JsonTypeSpec Dictionary(JsonParseContext context, INamedTypeSymbol type, INamedTypeSymbol contract, bool isReadOnly)
    {
        var arguments = TypeRefFactory.Create(contract).FullName;
        arguments = arguments.Substring(arguments.IndexOf('<'));
        var spec = Element(context, new JsonTypeSpec(context.Reference, JsonShape.Dictionary), contract.TypeArguments[1]) with
        {
            Key = Key(context, contract.TypeArguments[0]),
            EnumerateAs = IsOfFramework(type) && type.TypeKind != TypeKind.Interface ? null : "global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair" + arguments + ">",
        };
        if (type.ContainingNamespace.IsNamed(Immutable) && ImmutableFactory(type) is { } factory)
        {
            return spec with { CollectionKind = JsonCollectionKind.Immutable, CreateType = factory };
        }

        if (type.TypeKind == TypeKind.Interface && type.ContainingNamespace.IsNamed(Generic))
        {
            return spec with { CollectionKind = JsonCollectionKind.Dictionary, CreateType = "global::System.Collections.Generic.Dictionary" + arguments };
        }

        if (!isReadOnly && CanMake(type))
        {
            var isPlain = type is { Name: "Dictionary", Arity: 2 } && type.ContainingNamespace.IsNamed(Generic);
            return spec with
            {
                CollectionKind = isPlain ? JsonCollectionKind.Dictionary : JsonCollectionKind.Add,
                CreateType = isPlain ? context.Reference.FullName : null,
                FillInterface = isPlain ? null : "global::System.Collections.Generic.IDictionary" + arguments,
            };
        }

        return spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = NoConstructor(context, type, false) };
    }

    private static JsonTypeSpec UntypedDictionary(JsonParseContext context, INamedTypeSymbol type)
    {
        var text = context.Compilation.GetSpecialType(SpecialType.System_String);
        var any = context.Compilation.GetSpecialType(SpecialType.System_Object);
        var spec = new JsonTypeSpec(context.Reference, JsonShape.Dictionary) { Key = context.Reach(text), Element = context.Reach(any), ElementNullable = true, IsUntyped = true };
        return type.TypeKind == TypeKind.Interface ? spec with { CollectionKind = JsonCollectionKind.Dictionary, CreateType = "global::System.Collections.Generic.Dictionary<string, object?>" }
            : CanMake(type) ? spec with { CollectionKind = JsonCollectionKind.Add, FillInterface = "global::System.Collections.IDictionary" }
            : spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = NoConstructor(context, type, false) };
    }

    private static JsonTypeSpec Untyped(JsonParseContext context, INamedTypeSymbol type)
    {
        var any = context.Compilation.GetSpecialType(SpecialType.System_Object);
        var spec = new JsonTypeSpec(context.Reference, JsonShape.Collection) { Element = context.Reach(any), ElementNullable = true, IsUntyped = true };
        if (type.TypeKind == TypeKind.Interface)
        {
            return spec with { CollectionKind = JsonCollectionKind.List };
        }

        if (CanMake(type))
        {
            if (Derives(type, "System.Collections", "Stack"))
            {
                return spec with { CollectionKind = JsonCollectionKind.Push };
            }

            if (Derives(type, "System.Collections", "Queue"))
            {
                return spec with { CollectionKind = JsonCollectionKind.Enqueue };
            }

            if (Interface(type, "System.Collections", "IList", 0) is not null)
            {
                return spec with { CollectionKind = JsonCollectionKind.Add, FillInterface = "global::System.Collections.IList" };
            }
        }

        return spec with { CollectionKind = JsonCollectionKind.WriteOnly, ReadProblem = NoConstructor(context, type, false) };
    }

    private static JsonTypeSpec Items(JsonParseContext context, ITypeSymbol item, JsonCollectionKind kind) =>
        Element(context, new JsonTypeSpec(context.Reference, JsonShape.Collection) { CollectionKind = kind }, item);

    private static JsonTypeSpec Element(JsonParseContext context, JsonTypeSpec spec, ITypeSymbol element)
    {
        if (JsonTypeParser.Unsupported(element) is { } reason)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonTypeUnsupported, context.Type, "The item of '" + context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'", element.ToDisplayString(), reason);
            element = context.Compilation.GetSpecialType(SpecialType.System_Object);
        }

        return spec with { Element = context.Reach(element, HandlesNumbers(element) ? context.NumberHandling : null), ElementNullable = element.AllowsNull() };
    }

    /// <summary>Whether number handling of a member says something about the type: numbers, nullables of them, and collections of these.</summary>
    public static bool HandlesNumbers(ITypeSymbol type) => HandlesNumbers(type, MaxDepth);

    // A collection can be its own item: class Forest : List<Forest>.
    private static bool HandlesNumbers(ITypeSymbol type, int depth)
    {
        type = type.UnwrapNullable();
        if (depth == 0)
        {
            return false;
        }

        if (KnownTypes.Of(type) is (>= KnownType.SByte and <= KnownType.Decimal))
        {
            return true;
        }

        return type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.System_Byte } array => HandlesNumbers(array.ElementType, depth - 1),
            INamedTypeSymbol { SpecialType: not SpecialType.System_String } named when !named.HasJson("JsonConverterAttribute") =>
                Interface(named, Generic, "IDictionary", 2) is { } dictionary ? HandlesNumbers(dictionary.TypeArguments[1], depth - 1)
                : Interface(named, Generic, "IReadOnlyDictionary", 2) is { } readOnly ? HandlesNumbers(readOnly.TypeArguments[1], depth - 1)
                : Interface(named, Generic, "IEnumerable", 1) is { } items && HandlesNumbers(items.TypeArguments[0], depth - 1),
            _ => false,
        };
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

    private static string? NoConstructor(JsonParseContext context, INamedTypeSymbol type, bool isKnown)
    {
        if (isKnown)
        {
            return null;
        }

        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        const string WayOut = "it is a collection that cannot be made and filled; use a List or an array, or give it a public constructor without parameters and an Add method";
        context.Problem(JsonUse.Read, RuleIds.JsonCannotBeRead, type, name, WayOut);
        return name + ": " + WayOut;
    }

    private static bool CanMake(INamedTypeSymbol type) =>
        !type.IsAbstract && (type.IsValueType || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public));

    private static bool Derives(INamedTypeSymbol type, string containingNamespace, string name) => type.DerivesFrom(containingNamespace, name);

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System";
    }

    private static string? ImmutableFactory(INamedTypeSymbol type) => type.Name switch
    {
        "ImmutableArray" or "ImmutableList" or "ImmutableHashSet" or "ImmutableSortedSet" or "ImmutableQueue" or "ImmutableStack" or "ImmutableDictionary" or "ImmutableSortedDictionary" => type.Name,
        "IImmutableList" => "ImmutableList",
        "IImmutableSet" => "ImmutableHashSet",
        "IImmutableQueue" => "ImmutableQueue",
        "IImmutableStack" => "ImmutableStack",
        "IImmutableDictionary" => "ImmutableDictionary",
        _ => null,
    } is { } name ? "global::System.Collections.Immutable." + name : null;

    private static INamedTypeSymbol? Interface(INamedTypeSymbol type, string containingNamespace, string name, int arity)
    {
        if (Matches(type))
        {
            return type;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (Matches(contract))
            {
                return contract;
            }
        }

        return null;

        bool Matches(INamedTypeSymbol candidate) => candidate.TypeKind == TypeKind.Interface && candidate.Arity == arity && candidate.Is(containingNamespace, name);
    }
}
