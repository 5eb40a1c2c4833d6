using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Reads <c>[assembly: CovetJsonOptions]</c>.</summary>
internal static class JsonOptionsParser
{
    private const int Skip = 1;

    public static JsonOptionsSpec Parse(Compilation compilation)
    {
        var attribute = compilation.Assembly.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass.Is("Covet", "CovetJsonOptionsAttribute"));
        if (attribute is null)
        {
            return JsonOptionsSpec.Default;
        }

        var defaults = JsonOptionsSpec.Default;
        return new JsonOptionsSpec
        {
            NamingPolicy = Number("NamingPolicy", defaults.NamingPolicy),
            DictionaryKeyPolicy = Number("DictionaryKeyPolicy", 0),
            DefaultIgnoreCondition = Number("DefaultIgnoreCondition", 0) is var condition and (2 or 3) ? condition : 0, // Only what writing decides by the value can be a default.
            NumberHandling = Number("NumberHandling", defaults.NumberHandling),
            RelaxedEscaping = Flag("RelaxedEscaping", false),
            WriteIndented = Flag("WriteIndented", false),
            SkipComments = Number("ReadCommentHandling", 0) == Skip,
            AllowTrailingCommas = Flag("AllowTrailingCommas", false),
            MaxDepth = Number("MaxDepth", 0),
            RespectNullableAnnotations = Flag("RespectNullableAnnotations", true),
            RespectRequiredConstructorParameters = Flag("RespectRequiredConstructorParameters", false),
            AllowDuplicateProperties = Flag("AllowDuplicateProperties", true),
            PropertyNameCaseInsensitive = Flag("PropertyNameCaseInsensitive", true),
            UseStringEnums = Flag("UseStringEnums", false),
            IncludeFields = Flag("IncludeFields", false),
            IgnoreReadOnlyProperties = Flag("IgnoreReadOnlyProperties", false),
            IgnoreReadOnlyFields = Flag("IgnoreReadOnlyFields", false),
            DisallowUnmapped = Number("UnmappedMemberHandling", 0) == 1,
            Populate = Number("PreferredObjectCreationHandling", 0) == 1,
            AllowOutOfOrderMetadata = Flag("AllowOutOfOrderMetadataProperties", false),
        };

        // An enum comes as its underlying type.
        int Number(string name, int otherwise) => attribute.Named(name) switch
        {
            int value => value,
            byte small => small, // JsonCommentHandling is a byte.
            _ => otherwise,
        };
        bool Flag(string name, bool otherwise) => attribute.Named(name) is bool value ? value : otherwise;
    }
}
