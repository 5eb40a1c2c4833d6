using System.Text.Json;
using System.Text.Json.Serialization;
using Covet;

[assembly: CovetJsonOptions(
    NamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
    WriteIndented = true)]
