using System.Text.Json;
using System.Text.Json.Serialization;
using Covet;

[assembly: CovetJsonOptions(
    NamingPolicy = JsonKnownNamingPolicy.Unspecified,
    WriteIndented = true,
    RelaxedEscaping = true,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    IgnoreReadOnlyProperties = true,
    IgnoreReadOnlyFields = true)]
