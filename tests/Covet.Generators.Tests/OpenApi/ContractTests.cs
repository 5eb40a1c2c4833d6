using Covet.Generators.Emit.OpenApi;
using Covet.Generators.Emit.OpenApi.Contract;
using Covet.Generators.Emit.OpenApi.Tree;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.OpenApi;

public sealed class ContractTests
{
    private static IEnumerable<string> Changes(string before, string after) => ContractComparer
        .Compare(before, new ComposedDocument("v1", (ApiObject)ApiJsonParser.Parse(after)!, new Dictionary<string, string>()))
        .Select(c => c.RuleId + " " + c.Message);

    private static string Document(string operation, string schemas = "{}", string path = "/a", string method = "post") =>
        $$"""{ "paths": { "{{path}}": { "{{method}}": {{operation}} } }, "components": { "schemas": {{schemas}} } }""";

    private static string Input(string schema) => Document($$"""{ "requestBody": { "content": { "application/json": { "schema": {{schema}} } } }, "responses": {} }""");

    private static string Output(string schema) => Document($$"""{ "responses": { "200": { "content": { "application/json": { "schema": {{schema}} } } } } }""");

    [Fact]
    public void A_removed_path_is_reported() =>
        Assert.Equal(["CVT0901 The path '/a' is in the baseline, but no handler answers it"], Changes(Document("{}"), Document("{}", path: "/b")));

    [Fact]
    public void A_removed_operation_is_reported() =>
        Assert.Equal(["CVT0902 The operation 'POST /a' is in the baseline, but no handler answers it"], Changes(Document("{}"), Document("{}", method: "get")));

    [Fact]
    public void A_renamed_path_parameter_is_no_change() =>
        Assert.Empty(Changes(Document("""{ "parameters": [{ "name": "id", "in": "path", "required": true }] }""", path: "/a/{id}"), Document("""{ "parameters": [{ "name": "key", "in": "path", "required": true }] }""", path: "/a/{key}")));

    [Fact]
    public void A_removed_response_is_reported_and_a_removed_error_is_not()
    {
        const string Before = """{ "responses": { "200": {}, "404": {} } }""";
        Assert.Equal(["CVT0903 POST /a: the response 200 is gone"], Changes(Document(Before), Document("""{ "responses": { "201": {} } }""")));
    }

    [Fact]
    public void A_removed_content_type_is_reported() =>
        Assert.Equal(
            ["CVT0907 POST /a: the response 200 no longer has the content type text/csv"],
            Changes(Document("""{ "responses": { "200": { "content": { "text/csv": {} } } } }"""), Document("""{ "responses": { "200": { "content": { "application/json": {} } } } }""")));

    [Fact]
    public void Authentication_that_was_not_there_is_reported() =>
        Assert.Equal(["CVT0908 POST /a: it now needs authentication"], Changes(Document("{}"), Document("""{ "security": [{ "Bearer": [] }] }""")));

    [Theory]
    [InlineData("""[]""", """[{ "name": "q", "in": "query", "required": true }]""", "CVT0906 POST /a: the query parameter 'q' is new and required")]
    [InlineData("""[{ "name": "q", "in": "query" }]""", """[{ "name": "q", "in": "query", "required": true }]""", "CVT0906 POST /a: the query parameter 'q' has become required")]
    [InlineData("""[{ "name": "q", "in": "query" }]""", """[]""", "CVT0904 POST /a: the query parameter 'q' is gone")]
    [InlineData("""[{ "name": "q", "in": "query", "schema": { "type": "string" } }]""", """[{ "name": "q", "in": "query", "schema": { "type": "integer" } }]""", "CVT0905 POST /a: the query parameter 'q' was string and is integer")]
    public void A_changed_parameter_is_reported(string before, string after, string change) =>
        Assert.Equal([change], Changes(Document($$"""{ "parameters": {{before}} }"""), Document($$"""{ "parameters": {{after}} }""")));

    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", """{ "type": "string" }""", "the request body was null or string and is string")]
    [InlineData("""{ "type": "number" }""", """{ "type": "integer" }""", "the request body was number and is integer")]
    [InlineData("""{ "type": "integer", "format": "int64" }""", """{ "type": "integer", "format": "int32" }""", "the request body had the format int64 and has int32")]
    [InlineData("""{ "type": "string" }""", """{ "type": "string", "enum": ["a"] }""", "the request body is now limited to some values")]
    [InlineData("""{ "enum": ["a", "b"] }""", """{ "enum": ["a"] }""", "the request body no longer takes \"b\"")]
    [InlineData("""{ "type": "string", "maxLength": 9 }""", """{ "type": "string", "maxLength": 8 }""", "the request body now has maxLength 8")]
    [InlineData("""{ "type": "string" }""", """{ "type": "string", "minLength": 1 }""", "the request body now has minLength 1")]
    [InlineData("""{ "type": "string" }""", """{ "type": "string", "pattern": "^a" }""", "the request body now has the pattern ^a")]
    [InlineData("""{ "type": "array", "items": { "type": ["integer", "string"] } }""", """{ "type": "array", "items": { "type": "string" } }""", "an item of the request body was integer or string and is string")]
    [InlineData("""{ "type": "object" }""", """{ "type": "object", "additionalProperties": false }""", "the request body now refuses unknown properties")]
    public void A_narrowed_input_is_reported_and_the_way_back_is_not(string before, string after, string change)
    {
        Assert.Equal(["CVT0905 POST /a: " + change], Changes(Input(before), Input(after)));
        Assert.Empty(Changes(Input(after), Input(before)));
    }

    [Theory]
    [InlineData("""{ "type": "string" }""", """{ "type": ["string", "null"] }""", "the response 200 was string and is null or string")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", """{ "type": "integer", "format": "int64" }""", "the response 200 had the format int32 and has int64")]
    [InlineData("""{ "type": "string", "enum": ["a"] }""", """{ "type": "string" }""", "the response 200 is no longer limited to some values")]
    public void A_widened_output_is_reported_and_the_way_back_is_not(string before, string after, string change)
    {
        Assert.Equal(["CVT0905 POST /a: " + change], Changes(Output(before), Output(after)));
        Assert.Empty(Changes(Output(after), Output(before)));
    }

    [Fact]
    public void Properties_are_compared_by_direction()
    {
        const string Before = """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""";
        const string After = """{ "type": "object", "required": ["c"], "properties": { "a": { "type": "string" }, "c": { "type": "string" } } }""";
        Assert.Equal(
            ["CVT0904 POST /a: 'b' of the request body is gone", "CVT0906 POST /a: 'c' of the request body is new and required"],
            Changes(Input(Before), Input(After)));
        Assert.Equal(
            ["CVT0904 POST /a: 'b' of the response 200 is gone", "CVT0904 POST /a: 'a' of the response 200 is no longer always present"],
            Changes(Output(Before), Output(After)));
    }

    [Fact]
    public void Recursive_types_are_compared_once()
    {
        const string Operation = """{ "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/T" } } } } } }""";
        string Node(string type) => $$"""{ "T": { "type": "object", "properties": { "next": { "anyOf": [{ "$ref": "#/components/schemas/T" }, { "type": "null" }] }, "x": { "type": "{{type}}" } } } }""";
        Assert.Equal(["CVT0905 POST /a: 'x' of the response 200 was string and is integer"], Changes(Document(Operation, Node("string")), Document(Operation, Node("integer"))));
    }

    [Fact]
    public void Forms_of_a_polymorphic_type_are_compared()
    {
        const string Two = """{ "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] }""";
        const string Three = """{ "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/C" }] }""";
        Assert.Equal(["CVT0905 POST /a: the request body no longer takes the form C"], Changes(Input(Three), Input(Two)));
        Assert.Equal(["CVT0905 POST /a: the response 200 may now have the form C"], Changes(Output(Two), Output(Three)));
        Assert.Empty(Changes(Input(Two), Input(Three)));
        Assert.Empty(Changes(Output(Three), Output(Two)));
    }

    [Fact]
    public void A_baseline_of_version_3_0_is_understood() =>
        Assert.Empty(Changes(Input("""{ "type": "string", "nullable": true }"""), Input("""{ "type": ["string", "null"] }""")));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public void A_baseline_that_is_no_document_is_reported(string text) =>
        Assert.Equal(["CVT0909 The baseline is not an OpenAPI document in JSON: nothing was compared"], Changes(text, Document("{}")));

    [Fact]
    public void The_change_is_shown_at_the_handlers_verb()
    {
        const string Source = """
            using Covet;
            [Handler("/a")]
            public static class AHandler
            {
                [Get] public static int Get([FromQuery] int x) => x;
                [Post] public static int Post() => 1;
            }
            internal static class EntryPoint { private static void Main() { } }
            """;
        var diagnostics = ContractRun.Diagnose(Source, "/app/openapi/v1.baseline.json", """{ "paths": { "/a": { "get": { "responses": {} }, "put": { "responses": {} } }, "/gone": {} } }""");
        Assert.Equal(
            [
                ("CVT0901", "/app/openapi/v1.baseline.json", 0),
                ("CVT0902", "/app/Program.cs", 4),
                ("CVT0906", "/app/Program.cs", 4),
            ],
            diagnostics.Select(d => (d.Id, d.Location.GetLineSpan().Path, d.Location.GetLineSpan().StartLinePosition.Line)).OrderBy(d => d.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void A_baseline_is_the_document_of_the_source() => Assert.NotEmpty(ApiDocument.Of(Source("[Get(\"{id}\")] public static Thing Get(long id) => null!;")).Root);

    // The baseline is the document of the source before the change, as a user commits it; the change is told at line 7, the verb's.
    [Theory]
    [InlineData("[Get(\"{id}\")] public static Thing Get(long id) => null!;", "[Get(\"{id}\")] public static Thing Get(int id) => null!;", "CVT0905 GET /a/{id}: the path parameter 'id' had the format int64 and has int32")]
    [InlineData("[Get] public static Thing Get(string? q) => null!;", "[Get] public static Thing Get(string? q, int page) => null!;", "CVT0906 GET /a: the query parameter 'page' is new and required")]
    [InlineData("[Get] public static Thing Get(string? q) => null!;", "[Get] public static Thing Get(string q) => null!;", "CVT0906 GET /a: the query parameter 'q' has become required")]
    [InlineData("[Get] public static Thing Get(string? q) => null!;", "[Get] public static Thing Get() => null!;", "CVT0904 GET /a: the query parameter 'q' is gone")]
    [InlineData("[Get] public static Thing Get() => null!;", "[Get] public static Less Get() => null!;", "CVT0904 GET /a: 'note' of the response 200 is gone")]
    [InlineData("[Get] public static Thing Get() => null!;", "[Get] public static Other Get() => null!;", "CVT0905 GET /a: 'name' of the response 200 was string and is integer")]
    [InlineData("[Post] public static void Add(Thing body) { }", "[Post] public static void Add(Strict body) { }", "CVT0906 POST /a: 'note' of the request body has become required")]
    [InlineData("[Post] public static void Add(Thing body) { }", "[Post] public static void Add(Short body) { }", "CVT0905 POST /a: 'name' of the request body now has maxLength 3")]
    [InlineData("[Post] public static void Add(Thing? body) { }", "[Post] public static void Add(Thing body) { }", "CVT0906 POST /a: the request body has become required")]
    [InlineData("[Get] public static Results<Ok<Thing>, NoContent> Get() => null!;", "[Get] public static Ok<Thing> Get() => null!;", "CVT0903 GET /a: the response 204 is gone")]
    [InlineData("[Get, Produces(\"text/csv\")] public static string Get() => null!;", "[Get] public static string Get() => null!;", "CVT0907 GET /a: the response 200 no longer has the content type text/csv")]
    [InlineData("[Get] public static int Get() => 1;", "[Get, Authorize] public static int Get() => 1;", "CVT0908 GET /a: it now needs authentication")]
    [InlineData("[Get] public static int Get() => 1; [Delete] public static void Remove() { }", "[Get] public static int Get() => 1;", "CVT0902 The operation 'DELETE /a' is in the baseline, but no handler answers it")]
    public void A_change_of_a_handler_is_reported_at_its_verb_by_a_rule_of_its_own(string before, string after, string change)
    {
        var baseline = ApiDocument.Of(Source(before)).Text;
        Assert.Empty(ContractRun.Diagnose(Source(before) + Main, "/app/openapi/v1.baseline.json", baseline));
        var diagnostic = Assert.Single(ContractRun.Diagnose(Source(after) + Main, "/app/openapi/v1.baseline.json", baseline));
        Assert.Equal(change, diagnostic.Id + " " + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(" (CVT")[0]);
        Assert.Equal(("/app/Program.cs", 6), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    private const string Main = "\ninternal static class EntryPoint { private static void Main() { } }";

    private static string Source(string member) => $$"""
        using Covet;
        namespace N;

        [Handler("/a")]
        public static class ThingHandler
        {
            {{member}}
        }
        public sealed record Thing(string Name, string? Note = null);
        public sealed record Less(string Name);
        public sealed record Other(int Name, string? Note = null);
        public sealed record Strict(string Name) { public required string? Note { get; init; } }
        public sealed record Short([property: StringLength(3)] string Name, string? Note = null);
        """;
}
