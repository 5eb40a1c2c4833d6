using System.Text.Json;
using System.Text.Json.Nodes;
using Covet.Build;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.OpenApi;

/// <summary>The document that the build would write for a user's source: read out of the compiled assembly, as the build does.</summary>
internal sealed class ApiDocument
{
    // An entry point makes an application of it, which composes documents; a library carries fragments.
    private const string EntryPoint = "\ninternal static class EntryPoint { private static void Main() { } }\n";

    // Comments that do not name every parameter, and uses of what is obsolete, are what the tests are about.
    private const string Start = "#pragma warning disable CS0612, CS0618, CS1573, CS1574, CS1587, CS1734\n";

    private ApiDocument(JsonObject root, string text)
    {
        Root = root;
        Text = text;
    }

    public JsonObject Root { get; }

    /// <summary>The file's text.</summary>
    public string Text { get; }

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    public static ApiDocument Of(string source, string name = "v1", IEnumerable<CompiledLibrary>? references = null) =>
        Of(Compile(source, references).Image, name);

    public static ApiDocument Of(byte[] assembly, string name = "v1")
    {
        var document = Assert.Single(EmbeddedDocumentReader.Read(assembly), d => d.Name == name);
        var text = JsonIndenter.Indent(document.Json);
        return new ApiDocument(JsonNode.Parse(text)!.AsObject(), text);
    }

    /// <summary>The names of all documents of an application.</summary>
    public static IEnumerable<string> Names(string source) =>
        EmbeddedDocumentReader.Read(Compile(source).Image).Select(d => d.Name);

    private static CompiledLibrary Compile(string source, IEnumerable<CompiledLibrary>? references = null) =>
        GeneratorTestHelper.Compile(Start + source + EntryPoint, references, subject: source, show: SnapshotSubject.Documents);

    public JsonObject Operation(string method, string path) => Root["paths"]![path]![method]!.AsObject();

    /// <summary>Compares a part of the document with JSON text; members may have any order, items may not.</summary>
    public static void Equal(string expected, JsonNode? actual)
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        var wanted = JsonNode.Parse(expected);
        if (!JsonNode.DeepEquals(wanted, actual))
        {
            Assert.Equal(wanted?.ToJsonString(options), actual?.ToJsonString(options));
            Assert.Fail("The nodes differ.");
        }
    }
}
