namespace Covet.Benchmarks.Json;

/// <summary>Strings of all lengths, some with characters to escape.</summary>
[JsonModel]
public sealed record Texts(string Title, string Summary, string Body, List<string> Paragraphs, Dictionary<string, string> Labels);
