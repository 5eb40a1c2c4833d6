using System.Text.Json;
using System.Text.Json.Serialization;
using Covet;

[assembly: CovetJsonOptions(
    NamingPolicy = JsonKnownNamingPolicy.SnakeCaseUpper,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RelaxedEscaping = true)]
