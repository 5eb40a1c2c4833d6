using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Types;

/// <summary>Tells the types that Covet treats by themselves, by special type or by name and namespace.</summary>
internal static class KnownTypes
{
    private static readonly Dictionary<string, (string Namespace, KnownType Type)> ByName = new()
    {
        ["Int128"] = ("System", KnownType.Int128),
        ["UInt128"] = ("System", KnownType.UInt128),
        ["Half"] = ("System", KnownType.Half),
        ["Guid"] = ("System", KnownType.Guid),
        ["DateTimeOffset"] = ("System", KnownType.DateTimeOffset),
        ["DateOnly"] = ("System", KnownType.DateOnly),
        ["TimeOnly"] = ("System", KnownType.TimeOnly),
        ["TimeSpan"] = ("System", KnownType.TimeSpan),
        ["Uri"] = ("System", KnownType.Uri),
        ["Version"] = ("System", KnownType.Version),
        ["BigInteger"] = ("System.Numerics", KnownType.BigInteger),
        ["JsonElement"] = ("System.Text.Json", KnownType.JsonElement),
        ["JsonDocument"] = ("System.Text.Json", KnownType.JsonDocument),
        ["JsonNode"] = ("System.Text.Json.Nodes", KnownType.JsonNode),
        ["JsonObject"] = ("System.Text.Json.Nodes", KnownType.JsonObject),
        ["JsonArray"] = ("System.Text.Json.Nodes", KnownType.JsonArray),
        ["JsonValue"] = ("System.Text.Json.Nodes", KnownType.JsonValue),
        ["Stream"] = ("System.IO", KnownType.Stream),
        ["PipeReader"] = ("System.IO.Pipelines", KnownType.PipeReader),
        ["HttpContext"] = ("Microsoft.AspNetCore.Http", KnownType.HttpContext),
        ["HttpRequest"] = ("Microsoft.AspNetCore.Http", KnownType.HttpRequest),
        ["HttpResponse"] = ("Microsoft.AspNetCore.Http", KnownType.HttpResponse),
        ["ClaimsPrincipal"] = ("System.Security.Claims", KnownType.ClaimsPrincipal),
        ["CancellationToken"] = ("System.Threading", KnownType.CancellationToken),
        ["IFormFile"] = ("Microsoft.AspNetCore.Http", KnownType.FormFile),
        ["IFormFileCollection"] = ("Microsoft.AspNetCore.Http", KnownType.FormFileCollection),
        ["IFormCollection"] = ("Microsoft.AspNetCore.Http", KnownType.FormCollection),
        ["ProblemDetails"] = ("Microsoft.AspNetCore.Mvc", KnownType.ProblemDetails),
    };

    /// <summary>The known type that a symbol is; <see cref="KnownType.None"/> for <c>Nullable&lt;T&gt;</c> and every other.</summary>
    public static KnownType Of(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Object: return KnownType.Object;
            case SpecialType.System_String: return KnownType.String;
            case SpecialType.System_Char: return KnownType.Char;
            case SpecialType.System_Boolean: return KnownType.Boolean;
            case SpecialType.System_SByte: return KnownType.SByte;
            case SpecialType.System_Byte: return KnownType.Byte;
            case SpecialType.System_Int16: return KnownType.Int16;
            case SpecialType.System_UInt16: return KnownType.UInt16;
            case SpecialType.System_Int32: return KnownType.Int32;
            case SpecialType.System_UInt32: return KnownType.UInt32;
            case SpecialType.System_Int64: return KnownType.Int64;
            case SpecialType.System_UInt64: return KnownType.UInt64;
            case SpecialType.System_Single: return KnownType.Single;
            case SpecialType.System_Double: return KnownType.Double;
            case SpecialType.System_Decimal: return KnownType.Decimal;
            case SpecialType.System_DateTime: return KnownType.DateTime;
            case SpecialType.System_IntPtr: return KnownType.IntPtr;
            case SpecialType.System_UIntPtr: return KnownType.UIntPtr;
            case SpecialType.System_Void: return KnownType.Void;
        }

        if (type is IArrayTypeSymbol array)
        {
            return array is { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? KnownType.ByteArray : KnownType.None;
        }

        if (type is INamedTypeSymbol { Arity: 1 } generic && generic.TypeArguments[0].SpecialType == SpecialType.System_Byte && generic.ContainingNamespace.IsNamed("System"))
        {
            return generic.Name switch
            {
                "Memory" => KnownType.MemoryOfByte,
                "ReadOnlyMemory" => KnownType.ReadOnlyMemoryOfByte,
                _ => KnownType.None,
            };
        }

        return type is INamedTypeSymbol { Arity: 0 } && ByName.TryGetValue(type.Name, out var known) && type.Is(known.Namespace, type.Name) ? known.Type : KnownType.None;
    }
}
