using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The schemas of types that are one JSON token. Formats are those of the OpenAPI format registry.</summary>
internal static class PrimitiveSchemas
{
    private const int WriteAsString = 2;
    private const int AllowNamedFloatingPointLiterals = 4;

    /// <summary>The schema, or null where the type is no primitive.</summary>
    /// <param name="type">The type.</param>
    /// <param name="numberHandling">Flags of <c>JsonNumberHandling</c>.</param>
    public static ApiObject? Create(KnownType type, int numberHandling = 0)
    {
        var number = Number(type);
        if (number is null)
        {
            return Text(type);
        }

        var isFloat = type is KnownType.Half or KnownType.Single or KnownType.Double;
        var literals = isFloat && (numberHandling & AllowNamedFloatingPointLiterals) != 0;
        if ((numberHandling & WriteAsString) != 0)
        {
            var pattern = number.Text("type") == "integer" ? @"^-?\d+$" : @"^-?\d+(\.\d+)?([eE][+-]?\d+)?$";

            // Written so whether or not they are allowed as literals, as System.Text.Json does.
            return new ApiObject { { "type", "string" }, { "pattern", isFloat ? pattern + "|^(NaN|-?Infinity)$" : pattern } };
        }

        return literals
            ? new ApiObject { { "anyOf", new ApiArray { number, new ApiObject { { "type", "string" }, { "enum", new ApiArray { "NaN", "Infinity", "-Infinity" } } } } } }
            : number;
    }

    private static ApiObject? Number(KnownType type) => type switch
    {
        KnownType.SByte => Integer("int8"),
        KnownType.Int16 => Integer("int16"),
        KnownType.Int32 => Integer("int32"),
        KnownType.Int64 or KnownType.IntPtr => Integer("int64"),
        KnownType.Int128 or KnownType.BigInteger => Integer(null),
        KnownType.Byte => Unsigned("uint8"),
        KnownType.UInt16 => Unsigned("uint16"),
        KnownType.UInt32 => Unsigned("uint32"),
        KnownType.UInt64 or KnownType.UIntPtr => Unsigned("uint64"),
        KnownType.UInt128 => Unsigned(null),
        KnownType.Half or KnownType.Single => new ApiObject { { "type", "number" }, { "format", "float" } },
        KnownType.Double => new ApiObject { { "type", "number" }, { "format", "double" } },
        KnownType.Decimal => new ApiObject { { "type", "number" }, { "format", "decimal" } },
        _ => null,
    };

    private static ApiObject? Text(KnownType type) => type switch
    {
        KnownType.String => new ApiObject { { "type", "string" } },
        KnownType.Char => new ApiObject { { "type", "string" }, { "minLength", 1 }, { "maxLength", 1 } },
        KnownType.Boolean => new ApiObject { { "type", "boolean" } },
        KnownType.Guid => Format("uuid"),
        KnownType.DateTime or KnownType.DateTimeOffset => Format("date-time"),
        KnownType.DateOnly => Format("date"),

        // A time of day has no offset, which RFC 3339's full-time ("time") demands.
        KnownType.TimeOnly => Format("time-local"),
        KnownType.TimeSpan => new ApiObject { { "type", "string" }, { "pattern", @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$" } },
        KnownType.Uri => Format("uri-reference"),
        KnownType.Version => new ApiObject { { "type", "string" }, { "pattern", @"^\d+(\.\d+){1,3}$" } },
        KnownType.ByteArray or KnownType.MemoryOfByte or KnownType.ReadOnlyMemoryOfByte =>
            new ApiObject { { "type", "string" }, { "format", "byte" }, { "contentEncoding", "base64" } },
        KnownType.Stream or KnownType.PipeReader or KnownType.FormFile => Format("binary"),
        KnownType.FormFileCollection => new ApiObject { { "type", "array" }, { "items", Format("binary") } },
        KnownType.FormCollection => new ApiObject { { "type", "object" } },
        KnownType.Object or KnownType.JsonElement or KnownType.JsonDocument or KnownType.JsonNode or KnownType.JsonValue => new ApiObject(),
        KnownType.JsonObject => new ApiObject { { "type", "object" } },
        KnownType.JsonArray => new ApiObject { { "type", "array" }, { "items", new ApiObject() } },
        _ => null,
    };

    private static ApiObject Integer(string? format) => new() { { "type", "integer" }, { "format", format } };

    private static ApiObject Unsigned(string? format) => new() { { "type", "integer" }, { "format", format }, { "minimum", 0 } };

    private static ApiObject Format(string format) => new() { { "type", "string" }, { "format", format } };
}
