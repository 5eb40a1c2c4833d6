using System.Text.Json;
using System.Text.Unicode;
using System.Text.Json.Serialization.Metadata;
using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>The differences that are on purpose; each is listed with its reason in docs/json.md, under the same heading.</summary>
internal static class DeliberateDifferences
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether what came of reading differs on purpose.</summary>
    public static bool OfReading(IShape shape, byte[] input, Outcome expected, Outcome actual, JsonSerializerOptions options) =>
        InputThatIsNotUtf8(input, expected, actual) || NullInTypeArguments(shape, input, expected, actual, options) || ReadOnlySets(expected, actual) || ReadingATypeThatIsOnlyWritten(actual)
        || DocumentsThatCannotBeUsed(shape, input, expected, actual, options);

    /// <summary>Whether what came of writing differs on purpose.</summary>
    public static bool OfWriting(Outcome expected, Outcome actual) =>
        ExtensionDataInAJsonObject(expected, actual) || TheDepthOfEmptyContainers(expected, actual);

    private static bool InputThatIsNotUtf8(byte[] input, Outcome expected, Outcome actual) =>
        !Utf8.IsValid(input) && expected.Refusal is null && actual.Refusal is CovetJsonException;

    // System.Text.Json cannot read the interface at all.
    private static bool ReadOnlySets(Outcome expected, Outcome actual) =>
        expected.Refusal is NotSupportedException refusal && refusal.Message.Contains("IReadOnlySet", StringComparison.Ordinal) && !actual.IsCrash;

    // Its reading does not compile where an endpoint or [JsonModel] asks for it; System.Text.Json finds out at the first member.
    private static bool ReadingATypeThatIsOnlyWritten(Outcome actual) =>
        actual.Refusal is NotSupportedException refusal && refusal.Message.StartsWith("The type cannot be read from JSON", StringComparison.Ordinal);

    // System.Text.Json lets such a document through, and throws in the code that uses it.
    private static bool DocumentsThatCannotBeUsed(IShape shape, byte[] input, Outcome expected, Outcome actual, JsonSerializerOptions options) =>
        expected.Refusal is null
        && actual.Refusal is CovetJsonException refusal && refusal.Errors.All(static error => error.Code == "unexpected" || error.Message.EndsWith("half of a surrogate pair.", StringComparison.Ordinal))
        && (DocumentUse.Throws(JsonSerializer.Deserialize(input, shape.Type, options), options) || HasTwins(JsonDocument.Parse(input, Lenient).RootElement));

    // The first of two members may be what cannot be used, and the second takes its place.
    private static bool HasTwins(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(HasTwins),
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(NameOf, StringComparer.OrdinalIgnoreCase).Count() < element.EnumerateObject().Count()
            || element.EnumerateObject().Any(static member => HasTwins(member.Value)),
        _ => false,
    };

    // What has half of a surrogate pair is no text; the same for all such names.
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }

    // System.Text.Json writes the braces of the object too, which is no JSON.
    private static bool ExtensionDataInAJsonObject(Outcome expected, Outcome actual) =>
        expected.Text is { } text && !IsJson(text) && actual.Text is { } own && IsJson(own);

    // System.Text.Json refuses what stands in a container that is too deep, not the container.
    private static bool TheDepthOfEmptyContainers(Outcome expected, Outcome actual) =>
        expected.Refusal is null && actual.Refusal is CovetJsonException refusal && refusal.Message.StartsWith("The value is deeper than", StringComparison.Ordinal);

    // System.Text.Json looks at the annotations of members only; Covet at those of items and other type arguments too.
    private static bool NullInTypeArguments(IShape shape, byte[] input, Outcome expected, Outcome actual, JsonSerializerOptions options)
    {
        if (expected.Refusal is not null || actual.Refusal is not CovetJsonException refusal || !refusal.Errors.All(static error => error.Code == "required"))
        {
            return false;
        }

        using var document = JsonDocument.Parse(input, Lenient);
        return HasNull(document.RootElement, options.GetTypeInfo(shape.Type), options);
    }

    private static bool HasNull(JsonElement element, JsonTypeInfo info, JsonSerializerOptions options) => (element.ValueKind, info.Kind) switch
    {
        (JsonValueKind.Array, JsonTypeInfoKind.Enumerable) => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNull(item, options.GetTypeInfo(info.ElementType!), options)),
        (JsonValueKind.Object, JsonTypeInfoKind.Dictionary) => element.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.Null || HasNull(member.Value, options.GetTypeInfo(info.ElementType!), options)),
        (JsonValueKind.Object, JsonTypeInfoKind.Object) => info.Type.IsGenericType
            || Kinds(info, options).Any(kind => element.EnumerateObject().Any(member => kind.Properties.FirstOrDefault(property => property.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)) is { } property
                && HasNull(member.Value, options.GetTypeInfo(property.PropertyType), options))),
        _ => Nullable.GetUnderlyingType(info.Type) is { } underlying && HasNull(element, options.GetTypeInfo(underlying), options),
    };

    private static IEnumerable<JsonTypeInfo> Kinds(JsonTypeInfo info, JsonSerializerOptions options) =>
        (info.PolymorphismOptions?.DerivedTypes.Select(derived => options.GetTypeInfo(derived.DerivedType)) ?? []).Prepend(info);

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
