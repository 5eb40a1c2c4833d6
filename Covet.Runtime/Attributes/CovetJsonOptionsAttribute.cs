using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet;

/// <summary>
/// Options of the JSON readers and writers that are generated for the assembly. What is not set is as in System.Text.Json's web
/// defaults. Read at build, so that nothing is decided while serving.
/// </summary>
/// <example><code>[assembly: CovetJsonOptions(NamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnums = true)]</code></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CovetJsonOptionsAttribute : Attribute
{
    /// <summary>How names of members become JSON names; <see cref="JsonKnownNamingPolicy.CamelCase"/> by default.</summary>
    public JsonKnownNamingPolicy NamingPolicy { get; set; } = JsonKnownNamingPolicy.CamelCase;

    /// <summary>How keys of dictionaries become JSON names when they are written; unchanged by default.</summary>
    public JsonKnownNamingPolicy DictionaryKeyPolicy { get; set; }

    /// <summary>Which members are left out; none by default. <see cref="JsonIgnoreCondition.Always"/> is not allowed here.</summary>
    public JsonIgnoreCondition DefaultIgnoreCondition { get; set; }

    /// <summary>How numbers are written and read; numbers in strings are read by default.</summary>
    public JsonNumberHandling NumberHandling { get; set; } = JsonNumberHandling.AllowReadingFromString;

    /// <summary>
    /// Whether only what JSON itself requires is escaped (<see cref="System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>);
    /// false by default, which makes the output safe inside HTML.
    /// </summary>
    public bool RelaxedEscaping { get; set; }

    /// <summary>Whether the output is indented by two spaces a level; false by default.</summary>
    public bool WriteIndented { get; set; }

    /// <summary>Whether comments in the input are skipped; refused by default. <see cref="JsonCommentHandling.Allow"/> is not allowed here.</summary>
    public JsonCommentHandling ReadCommentHandling { get; set; }

    /// <summary>Whether a comma may stand after the last item or member of the input; false by default.</summary>
    public bool AllowTrailingCommas { get; set; }

    /// <summary>The greatest depth of arrays and objects, in levels; 0 for the default of 64.</summary>
    public int MaxDepth { get; set; }

    /// <summary>Whether null for a member that is not nullable, and the absence of a non-nullable constructor parameter, are errors; true by default.</summary>
    public bool RespectNullableAnnotations { get; set; } = true;

    /// <summary>Whether every constructor parameter without a default must be in the input; false by default.</summary>
    public bool RespectRequiredConstructorParameters { get; set; }

    /// <summary>Whether a name may stand twice in an object, the last winning; true by default.</summary>
    public bool AllowDuplicateProperties { get; set; } = true;

    /// <summary>Whether names are compared without regard to case when they are read; true by default.</summary>
    public bool PropertyNameCaseInsensitive { get; set; } = true;

    /// <summary>Whether enums are written as their names; false by default.</summary>
    public bool UseStringEnums { get; set; }

    /// <summary>Whether public fields are members; false by default.</summary>
    public bool IncludeFields { get; set; }

    /// <summary>Whether properties without a setter are left out when writing; false by default.</summary>
    public bool IgnoreReadOnlyProperties { get; set; }

    /// <summary>Whether read-only fields are left out when writing; false by default.</summary>
    public bool IgnoreReadOnlyFields { get; set; }

    /// <summary>What is done with members of the input that the type does not have; skipped by default.</summary>
    public JsonUnmappedMemberHandling UnmappedMemberHandling { get; set; }

    /// <summary>Whether existing collections and objects of members are filled instead of replaced; replaced by default.</summary>
    public JsonObjectCreationHandling PreferredObjectCreationHandling { get; set; }

    /// <summary>Whether <c>$type</c> may stand anywhere in an object instead of first; false by default.</summary>
    public bool AllowOutOfOrderMetadataProperties { get; set; }
}
