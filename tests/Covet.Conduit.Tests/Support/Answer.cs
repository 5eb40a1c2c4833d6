using System.Text.Json.Nodes;

namespace Covet.Conduit.Tests.Support;

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, JsonNode? Body, string Content, string? Location, string? ContentType, string? RetryAfter)
{
    public JsonNode? this[params string[] path] => path.Aggregate(Body, static (node, name) => node![name]);

    /// <summary>The sentences of an error in the contract's form.</summary>
    public string[] Errors => [.. Body!["errors"]!["body"]!.AsArray().Select(item => item!.GetValue<string>())];

    public string Text(params string[] path) => this[path]!.GetValue<string>();

    public string[] Texts(params string[] path) => [.. this[path]!.AsArray().Select(item => item!.GetValue<string>())];
}
