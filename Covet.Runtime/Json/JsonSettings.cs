using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Covet.Internal;

/// <summary>The options of writing and reading that the run time needs; the rest is decided in generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonSettings
{
    /// <summary>The greatest depth of arrays and objects, where no option says otherwise.</summary>
    public const int DefaultMaxDepth = 64;

    private JsonSerializerOptions? serializerOptions;

    /// <summary>The web defaults of System.Text.Json.</summary>
    public static JsonSettings Default { get; } = new();

    /// <summary>Whether strings are escaped as <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> does.</summary>
    public bool RelaxedEncoder { get; init; }

    /// <summary>Whether the output is indented.</summary>
    public bool WriteIndented { get; init; }

    /// <summary>Whether comments in the input are skipped instead of refused.</summary>
    public bool SkipComments { get; init; }

    /// <summary>Whether a comma may stand after the last item or member.</summary>
    public bool AllowTrailingCommas { get; init; }

    /// <summary>Whether a name may stand twice in one object.</summary>
    public bool AllowDuplicateProperties { get; init; } = true;

    /// <summary>Whether names of members are the same whatever their case.</summary>
    public bool PropertyNameCaseInsensitive { get; init; } = true;

    /// <summary>The naming of members, for user-written converters that name some.</summary>
    public JsonKnownNamingPolicy PropertyNamingPolicy { get; init; } = JsonKnownNamingPolicy.CamelCase;

    /// <summary>The naming of keys, for user-written converters that write some.</summary>
    public JsonKnownNamingPolicy DictionaryKeyPolicy { get; init; }

    /// <summary>Which members are left out, for user-written converters that write some.</summary>
    public JsonIgnoreCondition DefaultIgnoreCondition { get; init; }

    /// <summary>Flags of <c>JsonNumberHandling</c> for values whose type only the run time knows.</summary>
    public int NumberHandling { get; init; } = 1;

    /// <summary>The greatest depth of arrays and objects.</summary>
    public int MaxDepth { get; init; } = DefaultMaxDepth;

    /// <summary>The encoder that the options name.</summary>
    public JavaScriptEncoder Encoder => RelaxedEncoder ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default;

    /// <summary>The same options for user-written converters, which know types that have generated codecs.</summary>
    public JsonSerializerOptions SerializerOptions => serializerOptions ??= MakeSerializerOptions();

    internal JsonNodeOptions NodeOptions => new() { PropertyNameCaseInsensitive = PropertyNameCaseInsensitive };

    internal JsonReaderOptions ReaderOptions => new()
    {
        AllowTrailingCommas = AllowTrailingCommas,
        CommentHandling = SkipComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    internal JsonWriterOptions WriterOptions => new()
    {
        Encoder = Encoder,
        Indented = WriteIndented,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };

    private JsonSerializerOptions MakeSerializerOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowTrailingCommas = AllowTrailingCommas,
            DefaultIgnoreCondition = DefaultIgnoreCondition,
            DictionaryKeyPolicy = Policy(DictionaryKeyPolicy),
            Encoder = RelaxedEncoder ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null,
            MaxDepth = MaxDepth,
            NumberHandling = (JsonNumberHandling)NumberHandling,
            PropertyNameCaseInsensitive = PropertyNameCaseInsensitive,
            PropertyNamingPolicy = Policy(PropertyNamingPolicy),
            ReadCommentHandling = SkipComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
            TypeInfoResolver = JsonCodecResolver.Instance,
            WriteIndented = WriteIndented,
        };
        options.MakeReadOnly();
        return options;
    }

    private static JsonNamingPolicy? Policy(JsonKnownNamingPolicy known) => known switch
    {
        JsonKnownNamingPolicy.CamelCase => JsonNamingPolicy.CamelCase,
        JsonKnownNamingPolicy.SnakeCaseLower => JsonNamingPolicy.SnakeCaseLower,
        JsonKnownNamingPolicy.SnakeCaseUpper => JsonNamingPolicy.SnakeCaseUpper,
        JsonKnownNamingPolicy.KebabCaseLower => JsonNamingPolicy.KebabCaseLower,
        JsonKnownNamingPolicy.KebabCaseUpper => JsonNamingPolicy.KebabCaseUpper,
        _ => null,
    };
}
