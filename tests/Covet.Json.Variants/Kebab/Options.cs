using System.Text.Json;
using System.Text.Json.Serialization;
using Covet;

[assembly: CovetJsonOptions(
    NamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
    IncludeFields = true)]
