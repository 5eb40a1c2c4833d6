using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Decides how a type looks in JSON, as System.Text.Json does.</summary>
internal sealed class JsonTypeParser(Compilation compilation, JsonOptionsSpec options)
{
    /// <summary>What has a type that is not a member's, in what is said of it.</summary>
    public const string Model = "A JSON model";

    public JsonParseContext Parse(ITypeSymbol type, TypeRef reference, int? numberHandling, CancellationToken cancellation)
    {
        var handling = numberHandling ?? type.Json("JsonNumberHandlingAttribute").FirstNumber() ?? options.NumberHandling;
        var context = new JsonParseContext(compilation, type, reference, options, handling, cancellation);
        context.Spec = Shape(context) with { Options = options, NumberHandling = handling, Experimental = ExperimentalParser.OfModel(type) };
        return context;
    }

    private static JsonTypeSpec Shape(JsonParseContext context)
    {
        var type = context.Type;
        if (type.IsBroken() || type.IsIncomplete())
        {
            context.Broken();
            return new JsonTypeSpec(context.Reference, JsonShape.Any);
        }

        if (Unsupported(type) is { } reason)
        {
            context.Problem(JsonUse.Both, RuleIds.JsonTypeUnsupported, type, Model, type.ToDisplayString(), reason);
            return new JsonTypeSpec(context.Reference, JsonShape.Any);
        }

        if (!type.IsAccessibleInAssembly())
        {
            context.Problem(JsonUse.Both, RuleIds.JsonTypeUnsupported, type, Model, type.ToDisplayString(), "it is private or file-local, so generated code cannot name it; make it internal or public");
            return new JsonTypeSpec(context.Reference, JsonShape.Any);
        }

        if (JsonConverterParser.OfType(context) is { } converted)
        {
            return converted;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return new JsonTypeSpec(context.Reference, JsonShape.Nullable) { Element = context.Reach(nullable.TypeArguments[0], context.NumberHandling) };
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return JsonEnumParser.Parse(context, asString: context.Options.UseStringEnums);
        }

        if (context.Reference.Special == KnownType.Object)
        {
            return new JsonTypeSpec(context.Reference, JsonShape.Any);
        }

        if (IsToken(context.Reference.Special))
        {
            return new JsonTypeSpec(context.Reference, JsonShape.Primitive);
        }

        return JsonCollectionParser.TryParse(context) ?? JsonObjectParser.Parse(context);
    }

    /// <summary>Why System.Text.Json refuses a type whatever its members, or null where it does not.</summary>
    public static string? Unsupported(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "pointers have none; mark the member [JsonIgnore]",
        IDynamicTypeSymbol => "write object instead of dynamic",
        IArrayTypeSymbol { Rank: > 1 } => "arrays of several dimensions have none; use an array of arrays, or a JsonConverter",
        ITypeParameterSymbol => "it is open; name a closed type in [assembly: JsonModel(typeof(...))]",
        { TypeKind: TypeKind.Delegate } => "delegates have none; mark the member [JsonIgnore]",
        { IsRefLikeType: true } => "ref structs have none; mark the member [JsonIgnore], or use an array",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "native integers have none; use long",
        { SpecialType: SpecialType.System_Void } => "void has none",
        INamedTypeSymbol { IsAnonymousType: true } => "generated code cannot name an anonymous type; use a record",
        INamedTypeSymbol named when named.IsOpen() => "it is open; name a closed type in [assembly: JsonModel(typeof(...))]",
        _ when IsReflection(type) => "System.Text.Json refuses it for security; mark the member [JsonIgnore]",
        _ => null,
    };

    /// <summary>The same for a type inside another, which cannot be streamed.</summary>
    public static string? UnsupportedInside(ITypeSymbol type) => type.Implements("System.Collections.Generic", "IAsyncEnumerable")
        ? "it is streamed, which only the result or the body of an endpoint itself can be; use a list"
        : Unsupported(type);

    private static bool IsReflection(ITypeSymbol type) =>
        type.Is("System", "Type") || type.Is("System.Runtime.Serialization", "SerializationInfo")
        || (type is INamedTypeSymbol named && named.DerivesFrom("System.Reflection", "MemberInfo"));

    private static bool IsToken(KnownType type) => type is (>= KnownType.String and <= KnownType.Decimal) or (>= KnownType.Guid and <= KnownType.JsonValue);
}
