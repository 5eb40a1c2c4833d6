using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Covet.Build;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Generators.Tests.OpenApi;

/// <summary>What the document takes from the project, as the SDK hands properties to the compiler.</summary>
public sealed class ProjectPropertyTests
{
    private const string Source = """
        namespace N;
        public sealed record Thing(string? Name);
        [Covet.Handler("/a")] public static class ThingHandler { [Covet.Get] public static Thing Get() => new(null); }
        """;

    [Fact]
    public void Info_servers_and_documentation_come_from_the_projects_properties()
    {
        var root = Document(new()
        {
            ["AssemblyName"] = "Shop.Web",
            ["_CovetApiTitle"] = "The shop",
            ["Version"] = "2.3.4",
            ["_CovetApiDescription"] = "Sells%0Athings%3B all.",
            ["Authors"] = "The shop's people",
            ["PackageProjectUrl"] = "https://example.com",
            ["PackageLicenseExpression"] = "MIT",
            ["CovetOpenApiContactEmail"] = "api@example.com",
            ["CovetOpenApiTermsOfService"] = "https://example.com/terms",
            ["CovetOpenApiDocsUrl"] = "https://example.com/docs",
            ["_CovetApiServers"] = "https://a.example https://b.example",
        });
        ApiDocument.Equal(
            """
            {
              "title": "The shop", "description": "Sells\nthings; all.", "termsOfService": "https://example.com/terms",
              "contact": { "name": "The shop's people", "url": "https://example.com", "email": "api@example.com" },
              "license": { "name": "MIT", "identifier": "MIT" }, "version": "2.3.4"
            }
            """,
            root["info"]);
        ApiDocument.Equal("""[{ "url": "https://a.example" }, { "url": "https://b.example" }]""", root["servers"]);
        ApiDocument.Equal("""{ "url": "https://example.com/docs" }""", root["externalDocs"]);
    }

    [Fact]
    public void A_property_makes_it_3_0_3()
    {
        var root = Document(new() { ["CovetOpenApiVersion"] = "3.0" });
        Assert.Equal("3.0.3", (string?)root["openapi"]);
        ApiDocument.Equal("""{ "type": "string", "nullable": true }""", root["components"]!["schemas"]!["Thing"]!["properties"]!["name"]);
    }

    [Fact]
    public void The_whole_document_of_a_project_without_properties() =>
        Assert.NotEmpty(ApiDocument.Of(Source).Root);

    private static JsonObject Document(Dictionary<string, string> properties) =>
        JsonNode.Parse(Assert.Single(EmbeddedDocumentReader.Read(GeneratorTestHelper.Compile(Source, inputs: new([], new Provider(new Options(properties))), show: SnapshotSubject.Documents).Image)).Json)!.AsObject();

    private sealed class Provider(Options options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;
    }

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            properties.TryGetValue(key.Replace("build_property.", "", StringComparison.Ordinal), out value);
    }
}
