using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Benchmarks.Json;

/// <summary>The peer: System.Text.Json's own source generation, web defaults.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Small))]
[JsonSerializable(typeof(Medium))]
[JsonSerializable(typeof(List<Small>))]
[JsonSerializable(typeof(Texts))]
[JsonSerializable(typeof(Numbers))]
public sealed partial class PeerContext : JsonSerializerContext;
