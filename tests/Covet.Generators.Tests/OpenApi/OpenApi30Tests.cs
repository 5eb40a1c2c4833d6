using Covet.Generators.Emit.OpenApi;
using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Tests.OpenApi;

public sealed class OpenApi30Tests
{
    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", """{ "nullable": true, "type": "string" }""")]
    [InlineData("""{ "anyOf": [{ "$ref": "#/c" }, { "type": "null" }] }""", """{ "allOf": [{ "$ref": "#/c" }], "nullable": true }""")]
    [InlineData("""{ "description": "d", "$ref": "#/c" }""", """{ "description": "d", "allOf": [{ "$ref": "#/c" }] }""")]
    [InlineData("""{ "type": "string", "const": "x" }""", """{ "type": "string", "enum": ["x"] }""")]
    [InlineData("""{ "type": "string", "examples": ["x"] }""", """{ "type": "string", "example": "x" }""")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": 1 }""", """{ "type": "number", "minimum": 1, "exclusiveMinimum": true }""")]
    [InlineData("""{ "type": "string", "format": "byte", "contentEncoding": "base64" }""", """{ "type": "string", "format": "byte" }""")]
    [InlineData("""{ "type": "object", "properties": { "type": { "type": ["integer", "null"] } } }""", """{ "type": "object", "properties": { "type": { "nullable": true, "type": "integer" } } }""")]
    public void A_schema_is_rewritten(string schema, string expected)
    {
        var document = (ApiObject)ApiJsonParser.Parse($$"""{ "components": { "schemas": { "S": {{schema}} } } }""")!;
        ApiDocument.Equal($$"""{ "components": { "schemas": { "S": {{expected}} } } }""", System.Text.Json.Nodes.JsonNode.Parse(OpenApi30.Rewrite(document).ToString()));
    }
}
