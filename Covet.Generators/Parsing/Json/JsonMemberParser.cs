using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Json;

/// <summary>Collects the members of an object: which there are, their JSON names, order, and how each is read and written.</summary>
internal static class JsonMemberParser
{
    // The values of JsonIgnoreCondition.
    public const int Always = 1;
    public const int WhenWritingDefault = 2;
    public const int WhenWritingNull = 3;
    public const int WhenWriting = 4;
    public const int WhenReading = 5;

    /// <summary>The members in the order in which they are written, and the JSON names of ignored ones.</summary>
    public static List<JsonMemberSpec> Parse(JsonParseContext context, IMethodSymbol? constructor, out List<string> ignoredNames)
    {
        var members = new List<(JsonMemberSpec Spec, int Order)>();
        var byName = new Dictionary<string, int>(context.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var ignored = new Dictionary<string, string>(StringComparer.Ordinal);
        ignoredNames = [];
        foreach (var symbol in Candidates(context))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var name = symbol.Json("JsonPropertyNameAttribute").FirstText() ?? JsonNaming.Convert(symbol.Name, context.Options.NamingPolicy);
            var ignore = symbol.Json("JsonIgnoreAttribute");
            var condition = ignore is null ? (int?)null : ignore.Named("Condition") is int value ? value : Always;
            if (ignored.ContainsKey(symbol.Name) && byName.ContainsKey(name) is false && IsHidden(symbol))
            {
                continue;
            }

            if (condition == Always)
            {
                ignored[symbol.Name] = name;
                if (!byName.ContainsKey(name))
                {
                    ignoredNames.Add(name);
                }

                continue;
            }

            if (byName.TryGetValue(name, out var other))
            {
                // A member of a base type that is hidden or overridden, or whose hiding member is ignored, is no second one.
                if (members[other].Spec.ClrName != symbol.Name && !ignored.ContainsKey(symbol.Name))
                {
                    context.Problem(JsonUse.Both, RuleIds.JsonNameConflict, symbol, members[other].Spec.ClrName, symbol.Name, context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), name);
                }

                continue;
            }

            if (ignored.ContainsKey(symbol.Name))
            {
                continue;
            }

            if (Member(context, constructor, symbol, name, condition) is { } spec)
            {
                byName[name] = members.Count;
                members.Add((spec, symbol.Json("JsonPropertyOrderAttribute").FirstNumber() ?? 0));
            }
        }

        return [.. members.OrderBy(member => member.Order).Select(member => member.Spec)];
    }

    private static bool IsHidden(ISymbol symbol) => symbol.IsVirtual || symbol.IsOverride || symbol.IsAbstract;

    // The most derived type's members first, as reflection walks; an interface's own before those that it inherits.
    private static IEnumerable<ISymbol> Candidates(JsonParseContext context)
    {
        var type = (INamedTypeSymbol)context.Type;
        var types = type.TypeKind == TypeKind.Interface ? new[] { type }.Concat(type.AllInterfaces) : type.SelfAndBases();
        var fields = context.Options.IncludeFields;
        foreach (var current in types)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true }
                    && (property.HasJson("JsonIncludeAttribute") || IsPublic(property.GetMethod) || IsPublic(property.SetMethod)))
                {
                    yield return property;
                }
            }

            foreach (var field in current.GetMembers().OfType<IFieldSymbol>())
            {
                if (field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false } or { IsStatic: false, CorrespondingTupleField: not null }
                    && (field.HasJson("JsonIncludeAttribute") || (fields && field.DeclaredAccessibility == Accessibility.Public))
                    && (!type.IsTupleType || SymbolEqualityComparer.Default.Equals(field, field.CorrespondingTupleField)))
                {
                    yield return field;
                }
            }
        }
    }

    private static JsonMemberSpec? Member(JsonParseContext context, IMethodSymbol? constructor, ISymbol symbol, string name, int? condition)
    {
        var property = symbol as IPropertySymbol;
        var field = symbol as IFieldSymbol;
        var type = property?.Type ?? field!.Type;
        var owner = "The member '" + symbol.Name + "' of '" + context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'";
        if (type.IsBroken() || (symbol.IsTwice() && !context.Type.IsTupleType))
        {
            context.Broken();
            return null;
        }

        var converter = JsonConverterParser.OfMember(context, symbol, type);
        if (converter is null && JsonTypeParser.UnsupportedInside(type) is { } reason)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonTypeUnsupported, symbol, owner, type.ToDisplayString(), reason);
            return null;
        }

        var included = symbol.HasJson("JsonIncludeAttribute");
        var setter = property?.SetMethod;
        var getter = property is null ? JsonAccess.Direct : Access(context, property.GetMethod, included);
        var setAccess = property is null ? (field!.IsReadOnly ? JsonAccess.None : IsAccessible(context, field) ? JsonAccess.Direct : JsonAccess.Unsafe) : SetAccess(context, property, included);
        if (field is not null && !IsAccessible(context, field))
        {
            getter = JsonAccess.Unsafe;
        }

        // The name of such a member is an error wherever it stands. Two type parameters of one name cannot be told apart in an accessor.
        if (IsObsoleteToTheError(symbol))
        {
            if (JsonOpenAccessParser.IsGeneric(symbol.ContainingType) && JsonOpenAccessParser.Parse(symbol) is null)
            {
                context.Problem(JsonUse.Both, RuleIds.JsonTypeUnsupported, symbol, owner, type.ToDisplayString(), "using the member is an error, as its [Obsolete] says; mark it [JsonIgnore]");
                return null;
            }

            getter = getter == JsonAccess.Direct ? JsonAccess.Unsafe : getter;
            setAccess = setAccess == JsonAccess.Direct ? JsonAccess.Unsafe : setAccess;
        }

        var handling = symbol.Json("JsonNumberHandlingAttribute").FirstNumber();
        var numbers = handling ?? context.NumberHandling;
        var variant = converter is null && JsonNumberTypes.Handles(type) ? numbers : (int?)null;
        var extension = symbol.HasJson("JsonExtensionDataAttribute") ? ExtensionKind(type) : JsonExtensionKind.None;
        if (symbol.HasJson("JsonExtensionDataAttribute") && extension == JsonExtensionKind.None)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonAttributeInvalid, symbol, "JsonExtensionData", "t" + owner.Substring(1), "it must be a dictionary of string to object or JsonElement, or a JsonObject");
        }

        var isRequiredKeyword = (property?.IsRequired ?? field!.IsRequired) && !(constructor?.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute")) ?? false);

        // Collections without a setter are written all the same, as System.Text.Json does.
        var readOnlyIgnored = setAccess == JsonAccess.None && (property is null ? context.Options.IgnoreReadOnlyFields : context.Options.IgnoreReadOnlyProperties)
            && (KnownTypes.Of(type) != KnownType.None || !type.Implements("System.Collections", "IEnumerable"));
        var filled = JsonPopulation.Filled(context, constructor, symbol, converter is null ? type : null, getter, setAccess);
        if (included && property is not null && setAccess == JsonAccess.None && filled is null && condition != WhenReading && HidesSetter(context, property, constructor))
        {
            context.Problem(JsonUse.Read, RuleIds.JsonCannotBeRead, symbol, context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), HiddenSetter(property));
        }

        var reference = context.Reach(type, variant);
        var isRequired = isRequiredKeyword || symbol.HasJson("JsonRequiredAttribute");
        return new JsonMemberSpec(symbol.Name, name, reference)
        {
            IsField = field is not null,
            Nullable = !context.Options.RespectNullableAnnotations || AllowsNull(symbol, type),
            MayStayNull = type.AllowsNull() || symbol.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "MaybeNullAttribute")),
            Required = isRequired,
            FillRequired = isRequired,
            IsRequiredInCSharp = isRequiredKeyword,
            CanWrite = getter != JsonAccess.None && !readOnlyIgnored && condition != WhenWriting,
            CanRead = (setAccess != JsonAccess.None || filled is not null) && condition != WhenReading,
            Getter = getter,
            // C# demands required members in an object initializer. Where nobody can tell, they are null there and set when they are read.
            Setter = isRequiredKeyword && (constructor is { Parameters.IsEmpty: false } || (setter is not null && !IsAuto(property!))) ? JsonAccess.Initializer : setAccess,
            IsInitOnly = setter?.IsInitOnly ?? false,
            GuardSet = setter is not null && !IsAuto(property!),
            IgnoreCondition = Condition(context, symbol, type, condition, owner),
            ConverterExpression = converter?.Expression,
            ConvertsUnderlying = converter?.ConvertsUnderlying ?? false,
            EnumAsString = converter?.IsStringEnum ?? false,
            NumberHandling = numbers,
            IsExtensionData = extension != JsonExtensionKind.None,
            ExtensionKind = extension,
            CreateType = extension == JsonExtensionKind.None ? null : ExtensionType(type, reference),
            Filled = filled is null ? null : context.Reach(filled, variant, isFilled: true),
            FillSetter = setAccess,
            Open = getter == JsonAccess.Unsafe || setAccess == JsonAccess.Unsafe ? JsonOpenAccessParser.Parse(symbol) : null,
            DeclaringType = TypeRefFactory.Create(symbol.ContainingType).FullName,
        };
    }

    private static string HiddenSetter(IPropertySymbol property) => "its member '" + property.Name + "' has [JsonInclude] and no setter that this assembly sees; in "
        + property.ContainingAssembly.Name + " make the setter public or init, or a parameter of the constructor, or use [JsonModel(WriteOnly = true)] where the type is only written";

    private static bool IsObsoleteToTheError(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System", "ObsoleteAttribute") && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is true);

    private static int Condition(JsonParseContext context, ISymbol symbol, ITypeSymbol type, int? condition, string owner)
    {
        var canBeNull = !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (condition is null)
        {
            var otherwise = context.Options.DefaultIgnoreCondition;
            return otherwise == WhenWritingNull && !canBeNull ? 0 : otherwise is WhenWritingNull or WhenWritingDefault ? otherwise : 0;
        }

        if (condition == WhenWritingNull && !canBeNull)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonAttributeInvalid, symbol, "JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)", "t" + owner.Substring(1), "its type is never null; use WhenWritingDefault");
        }

        return condition.Value;
    }

    private static JsonAccess Access(JsonParseContext context, IMethodSymbol? accessor, bool included) =>
        accessor is null ? JsonAccess.None
        : IsPublic(accessor) ? JsonAccess.Direct
        : !included ? JsonAccess.None
        : IsAccessible(context, accessor) ? JsonAccess.Direct : JsonAccess.Unsafe;

    private static JsonAccess SetAccess(JsonParseContext context, IPropertySymbol property, bool included)
    {
        var access = Access(context, property.SetMethod, included);
        if (access == JsonAccess.None || !property.SetMethod!.IsInitOnly)
        {
            return access;
        }

        // Two type parameters of one name cannot be told apart in an accessor: then the language sets the member.
        var type = (INamedTypeSymbol)context.Type;
        return !JsonOpenAccessParser.IsGeneric(property.ContainingType) || JsonOpenAccessParser.Parse(property) is not null ? JsonAccess.Unsafe
            : type.IsRecord || type.IsValueType ? JsonAccess.With : JsonAccess.Initializer;
    }

    private static bool IsPublic(IMethodSymbol? accessor) => accessor?.DeclaredAccessibility == Accessibility.Public;

    private static bool IsAccessible(JsonParseContext context, ISymbol symbol) => context.Compilation.IsSymbolAccessibleWithin(symbol, context.Compilation.Assembly);

    // The compiler does not see what is private in another assembly, so that nobody can tell such a member from one without a setter.
    private static bool HidesSetter(JsonParseContext context, IPropertySymbol property, IMethodSymbol? constructor) =>
        !SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, context.Compilation.Assembly)
        && !(constructor?.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)) ?? false);

    private static bool AllowsNull(ISymbol symbol, ITypeSymbol type)
    {
        var attributes = symbol.GetAttributes();
        if (attributes.Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "AllowNullAttribute")))
        {
            return true;
        }

        return type.AllowsNull() && !attributes.Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis", "DisallowNullAttribute"));
    }

    /// <summary>Whether the setter has no code of its own.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        property.SetMethod!.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } or ParameterSyntax or null
        && property.SetMethod.DeclaringSyntaxReferences.Length + property.DeclaringSyntaxReferences.Length > 0;

    private static JsonExtensionKind ExtensionKind(ITypeSymbol type)
    {
        if (KnownTypes.Of(type) == KnownType.JsonObject)
        {
            return JsonExtensionKind.Node;
        }

        var contract = type.AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : []).FirstOrDefault(candidate => candidate.Is("System.Collections.Generic", "IDictionary"));
        return contract is not { TypeArguments.Length: 2 } || contract.TypeArguments[0].SpecialType != SpecialType.System_String ? JsonExtensionKind.None
            : contract.TypeArguments[1] is var value && value.SpecialType == SpecialType.System_Object ? JsonExtensionKind.Any
            : KnownTypes.Of(value) == KnownType.JsonElement ? JsonExtensionKind.Element
            : JsonExtensionKind.None;
    }

    private static string? ExtensionType(ITypeSymbol type, TypeRef reference) => type.TypeKind == TypeKind.Interface
        ? "global::System.Collections.Generic.Dictionary" + reference.FullName.Substring(reference.FullName.IndexOf('<'))
        : reference.FullName;
}
