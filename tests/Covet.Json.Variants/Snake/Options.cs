using System.Text.Json;
using System.Text.Json.Serialization;
using Covet;

[assembly: CovetJsonOptions(
    NamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.KebabCaseUpper,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnums = true)]
