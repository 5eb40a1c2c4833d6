extern alias Indented;
extern alias Kebab;
extern alias Lenient;
extern alias Populate;
extern alias Snake;
extern alias Strict;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>The table under the web defaults, and a part of it under other options.</summary>
internal static class Cases
{
    public static Dictionary<string, Case> All { get; } = Enumerate().ToDictionary(static item => item.Name);

    private static IEnumerable<Case> Enumerate() =>
    [
        .. With("", ShapeTable.Create(), static _ => { }),
        .. With("Snake ", Foreign(Snake::Covet.Json.Shapes.VariantTable.Create()), static options =>
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseUpper;
            options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.Converters.Add(new JsonStringEnumConverter());
        }),
        .. With("Kebab ", Foreign(Kebab::Covet.Json.Shapes.VariantTable.Create()), static options =>
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper;
            options.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
            options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
            options.NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString;
            options.IncludeFields = true;
        }),
        .. With("Indented ", Foreign(Indented::Covet.Json.Shapes.VariantTable.Create()), static options =>
        {
            options.PropertyNamingPolicy = null;
            options.WriteIndented = true;
            options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.PropertyNameCaseInsensitive = false;
            options.IgnoreReadOnlyProperties = true;
            options.IgnoreReadOnlyFields = true;
        }),
        .. With("Lenient ", Foreign(Lenient::Covet.Json.Shapes.VariantTable.Create()), static options =>
        {
            options.ReadCommentHandling = JsonCommentHandling.Skip;
            options.AllowTrailingCommas = true;
            options.MaxDepth = 6;
            options.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals;
            options.AllowOutOfOrderMetadataProperties = true;
            options.RespectNullableAnnotations = false;
            options.RespectRequiredConstructorParameters = false;
        }),
        .. With("Strict ", Foreign(Strict::Covet.Json.Shapes.VariantTable.Create()), static options =>
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
            options.AllowDuplicateProperties = false;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver();
            options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        }),
        .. With("Populate ", Foreign(Populate::Covet.Json.Shapes.VariantTable.Create()), static options =>
        {
            options.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower;
            options.PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate;
            options.WriteIndented = true;
        }),
    ];

    private static IEnumerable<Case> With(string prefix, IEnumerable<IShape> shapes, Action<JsonSerializerOptions> change)
    {
        var reading = Reference.Create(change);
        var writing = Reference.Create(options =>
        {
            change(options);
            options.RespectNullableAnnotations = false;
        });

        // These are in docs/json.md: System.Text.Json finds a contradiction between attributes and options, does not fill
        // pairs of key and value, requires what is ignored, passes over what it requires,
        // and loses what a dictionary holds that is a struct.
        shapes = shapes.Where(shape => (shape.Name, prefix) is not (("PopulatedMembers", "Indented ") or ("FilledConstructor", "Strict " or "Indented ") or ("FilledMap", "Strict ") or ("GenericMembers", "Populate ") or ("IgnoredConstructorParameter", "Strict ")));
        return shapes.Select(shape => new Case(prefix + shape.Name, shape, reading, writing));
    }

    private static IEnumerable<IShape> Foreign(IEnumerable<object> shapes) => shapes.Select(static shape => new ForeignShape(shape));
}
