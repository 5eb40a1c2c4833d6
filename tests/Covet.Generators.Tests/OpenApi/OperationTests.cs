namespace Covet.Generators.Tests.OpenApi;

public sealed class OperationTests
{
    private static ApiDocument Handler(string members, string types = "", string attributes = "") => ApiDocument.Of($$"""
        using Covet;
        using System.ComponentModel;
        namespace N;
        {{types}}
        [Handler("/a")] {{attributes}}
        public static class ThingHandler
        {
        {{members}}
        }
        """);

    [Fact]
    public void The_whole_document_of_an_operation_with_a_body_and_several_results() => Assert.NotEmpty(ApiDocument.Of("""
        using Covet;
        namespace N;

        /// <summary>What is ordered.</summary>
        public sealed record Order(int Id, [property: Required, StringLength(20)] string Title, Kind Kind);

        public enum Kind { Small, Large }

        /// <summary>Orders.</summary>
        [Handler("/orders"), Tags("Orders")]
        public static class OrderHandler
        {
            /// <summary>Replaces an order.</summary>
            /// <param name="id">Its number.</param>
            /// <param name="dry">Whether nothing is kept.</param>
            /// <param name="order">What takes its place.</param>
            [Put("{id:int}"), Authorize]
            public static Results<Ok<Order>, NotFound, Conflict<ProblemDetails>> Put(int id, Order order, bool dry = false) => throw new InvalidOperationException();
        }
        """).Root);

    [Fact]
    public void Parameters_of_every_source_are_described()
    {
        var document = Handler(
            """
            /// <param name="q" example="cats">Text to look for.</param>
            [Get("{name}")]
            public static void Get(
                string name,
                string? q,
                [FromQuery] int[] ids,
                [FromHeader(Name = "X-Trace")] string trace,
                [FromCookie(Name = "sid")] Guid? session,
                Kind kind = Kind.Small,
                [Range(1, 50)] int limit = 20,
                [FromHeader] string? accept = null) { }
            """,
            "public enum Kind { Small, Large }");
        ApiDocument.Equal(
            """
            [
              { "name": "name", "in": "path", "required": true, "schema": { "type": "string" } },
              { "name": "q", "in": "query", "description": "Text to look for.", "schema": { "type": "string", "examples": ["cats"] } },
              { "name": "ids", "in": "query", "required": true, "style": "form", "explode": true, "schema": { "type": "array", "items": { "type": "integer", "format": "int32" } } },
              { "name": "X-Trace", "in": "header", "required": true, "schema": { "type": "string" } },
              { "name": "sid", "in": "cookie", "schema": { "type": "string", "format": "uuid" } },
              { "name": "kind", "in": "query", "schema": { "type": "string", "enum": ["Small", "Large"], "default": "Small" } },
              { "name": "limit", "in": "query", "schema": { "type": "integer", "format": "int32", "minimum": 1, "maximum": 50, "default": 20 } }
            ]
            """,
            document.Operation("get", "/a/{name}")["parameters"]);
    }

    [Fact]
    public void Members_of_an_AsParameters_type_are_parameters_with_their_own_texts()
    {
        var document = Handler(
            "[Get] public static void Get([AsParameters] Filter filter) { }",
            """
            /// <param name="Done">Only done ones.</param>
            public sealed record Filter(bool? Done = null, [property: StringLength(9)] string? Text = null)
            {
                /// <summary>How many.</summary>
                public int Limit { get; init; } = 5;
            }
            """);
        ApiDocument.Equal(
            """
            [
              { "name": "done", "in": "query", "description": "Only done ones.", "schema": { "type": "boolean" } },
              { "name": "text", "in": "query", "schema": { "type": "string", "maxLength": 9 } },
              { "name": "limit", "in": "query", "description": "How many.", "schema": { "type": "integer", "format": "int32", "default": 5 } }
            ]
            """,
            document.Operation("get", "/a")["parameters"]);
    }

    [Fact]
    public void Optional_and_unbound_parts_of_a_template_make_paths()
    {
        var document = Handler(
            """
            [Get("x/{year:int?}")] public static void Optional(int? year) { }
            [Get("y/{code:length(2,4)}/{**rest}")] public static void Unbound() { }
            [Get("z/{name}.{ext:alpha}")] public static void Complex(string name, string ext) { }
            """);
        Assert.Equal(["/a/x", "/a/x/{year}", "/a/y/{code}/{rest}", "/a/z/{name}.{ext}"], document.Root["paths"]!.AsObject().Select(p => p.Key));
        Assert.Null(document.Operation("get", "/a/x")["parameters"]);
        ApiDocument.Equal(
            """
            [
              { "name": "code", "in": "path", "required": true, "schema": { "type": "string", "minLength": 2, "maxLength": 4 } },
              { "name": "rest", "in": "path", "description": "The rest of the path, slashes included.", "required": true, "schema": { "type": "string" } }
            ]
            """,
            document.Operation("get", "/a/y/{code}/{rest}")["parameters"]);
        Assert.Equal("Thing_Optional", (string?)document.Operation("get", "/a/x")["operationId"]);
        Assert.Equal("Thing_Optional_GetAXByYear", (string?)document.Operation("get", "/a/x/{year}")["operationId"]);
    }

    [Fact]
    public void Templates_that_differ_in_names_or_constraints_alone_are_one_path()
    {
        var document = Handler(
            """
            [Get("{id:int}")] public static int ById(int id) => id;
            [Get("{name:alpha}")] public static string ByName(string name) => name;
            [Delete("{key}")] public static void Remove(string key) { }
            """);
        var path = Assert.Single(document.Root["paths"]!.AsObject()).Key;
        Assert.Equal("/a/{id}", path);
        ApiDocument.Equal(
            """[{ "name": "id", "in": "path", "required": true, "schema": { "anyOf": [{ "type": "integer", "format": "int32" }, { "type": "string", "pattern": "^[A-Za-z]*$" }] } }]""",
            document.Operation("get", path)["parameters"]);
        Assert.Equal("id", (string?)document.Operation("delete", path)["parameters"]![0]!["name"]);
        Assert.Equal(["application/json", "text/plain"], document.Operation("get", path)["responses"]!["200"]!["content"]!.AsObject().Select(c => c.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_body_has_its_content_types_and_its_refusals()
    {
        var document = Handler(
            """
            [Post] public static void Json(Thing body) { }
            [Put] public static void Optional(Thing? body) { }
            [Patch, Consumes("application/merge-patch+json", "application/json")] public static void Patch(Thing body) { }
            [Post("raw")] public static void Raw(Stream body) { }
            """,
            "public sealed record Thing(string Name);");
        var post = document.Operation("post", "/a");
        ApiDocument.Equal("""{ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } }, "required": true }""", post["requestBody"]);
        Assert.Equal(["200", "400", "415"], post["responses"]!.AsObject().Select(r => r.Key));
        Assert.Null(document.Operation("put", "/a")["requestBody"]!["required"]);
        Assert.Equal(["application/merge-patch+json", "application/json"], document.Operation("patch", "/a")["requestBody"]!["content"]!.AsObject().Select(c => c.Key));
        ApiDocument.Equal("""{ "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } }, "required": true }""", document.Operation("post", "/a/raw")["requestBody"]);
    }

    [Fact]
    public void Forms_are_objects_of_their_fields()
    {
        var document = Handler(
            """
            [Post("text")] public static void Text([FromForm] string name, [FromForm] int? age) { }
            [Post("file")] public static void File(IFormFile file, [FromForm] string? note) { }
            """);
        var text = document.Operation("post", "/a/text")["requestBody"]!["content"]!.AsObject();
        Assert.Equal(["application/x-www-form-urlencoded", "multipart/form-data"], text.Select(c => c.Key));
        ApiDocument.Equal(
            """{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "age": { "type": "integer", "format": "int32" } } }""",
            text["multipart/form-data"]!["schema"]);
        var file = document.Operation("post", "/a/file")["requestBody"]!["content"]!.AsObject();
        Assert.Equal(["multipart/form-data"], file.Select(c => c.Key));
        ApiDocument.Equal(
            """{ "type": "object", "required": ["file"], "properties": { "file": { "type": "string", "format": "binary" }, "note": { "type": "string" } } }""",
            file["multipart/form-data"]!["schema"]);
    }

    [Fact]
    public void Every_result_of_a_union_is_a_response()
    {
        var document = Handler(
            """
            /// <response code="201">It was made.</response>
            [Post] public static Results<Created<Thing>, Conflict<ProblemDetails>, NoContent, ValidationProblem> Create(Thing body) => TypedResults.NoContent();
            """,
            "public sealed record Thing(string Name);");
        ApiDocument.Equal(
            """
            {
              "201": {
                "description": "It was made.",
                "headers": { "Location": { "description": "Where the resource is.", "schema": { "type": "string", "format": "uri-reference" } } },
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } }
              },
              "204": { "description": "No Content" },
              "400": { "description": "Bad Request", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/ValidationProblem" } } } },
              "409": { "description": "Conflict", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/ProblemDetails" } } } },
              "415": { "description": "Unsupported Media Type", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/ProblemDetails" } } } }
            }
            """,
            document.Operation("post", "/a")["responses"]);
    }

    [Theory]
    [InlineData("string", "text/plain", """{ "type": "string" }""")]
    [InlineData("byte[]", "application/octet-stream", """{ "type": "string", "format": "binary" }""")]
    [InlineData("Task<Stream>", "application/octet-stream", """{ "type": "string", "format": "binary" }""")]
    [InlineData("IAsyncEnumerable<int>", "application/json", """{ "type": "array", "items": { "type": "integer", "format": "int32" } }""")]
    [InlineData("ValueTask<List<Thing>>", "application/json", """{ "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }""")]
    [InlineData("Dictionary<string, int?>", "application/json", """{ "type": "object", "additionalProperties": { "type": ["integer", "null"], "format": "int32" } }""")]
    [InlineData("FileContentHttpResult", "application/octet-stream", """{ "type": "string", "format": "binary" }""")]
    public void A_return_type_gives_content_type_and_schema(string type, string contentType, string schema)
    {
        var document = Handler($"[Get] public static {type} Get() => throw new InvalidOperationException();", "public sealed record Thing(string Name);");
        var content = Assert.Single(document.Operation("get", "/a")["responses"]!["200"]!["content"]!.AsObject());
        Assert.Equal(contentType, content.Key);
        ApiDocument.Equal(schema, content.Value!["schema"]);
    }

    [Fact]
    public void AspNetCores_attributes_are_honoured()
    {
        var document = Handler(
            """
            [Get, Tags("Lists", "Reads"), EndpointSummary("Sum"), EndpointDescription("Desc"), EndpointName("named")]
            [ProducesResponseType<Thing>(StatusCodes.Status206PartialContent, "application/vnd.thing+json"), ProducesResponseType(typeof(ProblemDetails), 503), ProducesResponseType(410)]
            [Obsolete("Use the other.")]
            public static Results<Ok<int>, NotFound> Get([Description("Which one.")] int id, [DefaultValue(7)] int? other) => TypedResults.Ok(id);

            [Get("csv"), Produces("text/csv")] public static string Csv() => "";
            [Get("hidden"), ExcludeFromDescription] public static string Hidden() => "";
            """,
            "public sealed record Thing(string Name);");
        var get = document.Operation("get", "/a");
        ApiDocument.Equal("""["Lists", "Reads"]""", get["tags"]);
        Assert.Equal("Sum", (string?)get["summary"]);
        Assert.Equal("Desc\n\nDeprecated: Use the other.", (string?)get["description"]);
        Assert.Equal("named", (string?)get["operationId"]);
        Assert.True((bool?)get["deprecated"]);
        Assert.Equal(["200", "206", "400", "404", "410", "503"], get["responses"]!.AsObject().Select(r => r.Key));
        ApiDocument.Equal("""{ "application/vnd.thing+json": { "schema": { "$ref": "#/components/schemas/Thing" } } }""", get["responses"]!["206"]!["content"]);
        ApiDocument.Equal("""{ "application/problem+json": { "schema": { "$ref": "#/components/schemas/ProblemDetails" } } }""", get["responses"]!["503"]!["content"]);
        Assert.Equal("Which one.", (string?)get["parameters"]![0]!["description"]);
        Assert.Equal(7, (int?)get["parameters"]![1]!["schema"]!["default"]);
        Assert.Equal("text/csv", Assert.Single(document.Operation("get", "/a/csv")["responses"]!["200"]!["content"]!.AsObject()).Key);
        Assert.False(document.Root["paths"]!.AsObject().ContainsKey("/a/hidden"));
    }

    [Fact]
    public void Authorization_attributes_become_requirements()
    {
        var document = ApiDocument.Of("""
            using Covet;
            [assembly: ApiSecurityScheme("Key", "apiKey", In = "header", ParameterName = "X-Api-Key")]
            namespace N;
            [Handler("/a"), Authorize]
            public static class ThingHandler
            {
                [Get] public static int Get() => 1;
                [Post, Authorize(Roles = "admin,boss")] public static int Post() => 1;
                [Put, Authorize(AuthenticationSchemes = "Bearer", Policy = "Old")] public static int Put() => 1;
                [Delete, AllowAnonymous] public static int Delete() => 1;
            }
            """);
        ApiDocument.Equal("""[{ "Key": [] }]""", document.Operation("get", "/a")["security"]);
        Assert.Equal(["200", "401"], document.Operation("get", "/a")["responses"]!.AsObject().Select(r => r.Key));
        ApiDocument.Equal("""[{ "Key": ["admin", "boss"] }]""", document.Operation("post", "/a")["security"]);
        Assert.Equal("Forbidden: needs the role `admin` or `boss`.", (string?)document.Operation("post", "/a")["responses"]!["403"]!["description"]);
        ApiDocument.Equal("""[{ "Bearer": [] }]""", document.Operation("put", "/a")["security"]);
        Assert.Null(document.Operation("delete", "/a")["security"]);
        ApiDocument.Equal(
            """{ "Bearer": { "type": "http", "scheme": "bearer" }, "Key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" } }""",
            document.Root["components"]!["securitySchemes"]);
    }

    [Fact]
    public void Mapped_exceptions_are_responses()
    {
        var document = ApiDocument.Of("""
            using Covet;
            [assembly: MapException<TimeoutException>(503)]
            namespace N;
            [Handler("/a"), MapException<InvalidOperationException>(409, Title = "The order is locked")]
            public static class ThingHandler
            {
                /// <summary>Gets.</summary>
                /// <response code="410">It is gone for good.</response>
                [Get, MapException<KeyNotFoundException>(410, Title = "Gone"), MapException<NotSupportedException>(409, Title = "Not now")] public static int Get() => 1;
            }
            """);
        var responses = document.Operation("get", "/a")["responses"]!.AsObject();
        Assert.Equal(["200", "409", "410", "503"], responses.Select(r => r.Key));
        Assert.Equal("The order is locked / Not now", (string?)responses["409"]!["description"]);
        Assert.Equal("It is gone for good.", (string?)responses["410"]!["description"]);
        ApiDocument.Equal("""{ "application/problem+json": { "schema": { "$ref": "#/components/schemas/ProblemDetails" } } }""", responses["503"]!["content"]);
    }

    [Fact]
    public void The_validation_status_of_the_application_is_the_documents()
    {
        var document = ApiDocument.Of("""
            using Covet;
            [assembly: CovetOptions(ValidationStatusCode = 422)]
            namespace N;
            public sealed record Thing(string Name);
            [Handler("/a")] public static class ThingHandler { [Post] public static void Post(Thing body) { } [Get] public static void Get(int id) { } }
            """);
        Assert.Equal(["200", "400", "415", "422"], document.Operation("post", "/a")["responses"]!.AsObject().Select(r => r.Key));
        Assert.Equal(["200", "422"], document.Operation("get", "/a")["responses"]!.AsObject().Select(r => r.Key));
    }

    [Fact]
    public void Operation_ids_are_unique_and_do_not_move_when_a_route_is_added()
    {
        const string First = """[Get] public static int Get() => 1;""";
        Assert.Equal("Thing_Get", (string?)Handler(First).Operation("get", "/a")["operationId"]);
        var more = Handler(First + """ [Get("{id}"), Post("{id}/again")] public static int Get(int id) => id;""");
        Assert.Equal("Thing_Get", (string?)more.Operation("get", "/a")["operationId"]);
        Assert.Equal("Thing_Get_GetAById", (string?)more.Operation("get", "/a/{id}")["operationId"]);
        Assert.Equal("Thing_Get_PostAByIdAgain", (string?)more.Operation("post", "/a/{id}/again")["operationId"]);
    }

    [Fact]
    public void An_operation_without_a_comment_is_named_by_its_method() =>
        Assert.Equal("List open todos", (string?)Handler("[Get] public static int ListOpenTodosAsync() => 1;").Operation("get", "/a")["summary"]);

    [Fact]
    public void Scopes_and_permissions_that_every_caller_needs_are_required_and_alternatives_are_told()
    {
        var document = ApiDocument.Of("""
            using Covet;
            using Microsoft.AspNetCore.Authorization;
            [Handler("a")]
            public static class ThingHandler
            {
                [Get, RequireScope("read"), RequirePermission("things.read")] public static int Get() => 1;
                [Post, RequireScope("write", "admin"), RequireClaim("email_verified", "true")] public static int Post() => 1;
            }
            """);
        ApiDocument.Equal("""[{ "Bearer": ["read", "things.read"] }]""", document.Operation("get", "/a")["security"]);
        Assert.Equal("Forbidden: needs the scope `read` and the permission `things.read`.", (string?)document.Operation("get", "/a")["responses"]!["403"]!["description"]);
        ApiDocument.Equal("""[{ "Bearer": [] }]""", document.Operation("post", "/a")["security"]);
        Assert.Equal("Forbidden: needs the scope `write` or `admin` and the claim `email_verified`.", (string?)document.Operation("post", "/a")["responses"]!["403"]!["description"]);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var document = Handler(
            """""
            /// <summary>Quotes " ' and \ and """ and {0} and &lt;b&gt; and ☃ 😀.</summary>
            [Get("{{x}}"), EndpointDescription("line\nbreak\t\"quoted\" \u2028 \ud83d")] public static int @class([FromQuery(Name = "a\"b\\c")] int @in) => 1;
            """"");
        var get = document.Operation("get", "/a/%7Bx%7D");
        Assert.Equal("Quotes \" ' and \\ and \"\"\" and {0} and <b> and \u2603 \ud83d\ude00.", (string?)get["summary"]);
        Assert.Equal("a\"b\\c", (string?)get["parameters"]![0]!["name"]);
        Assert.Equal("Thing_class", (string?)get["operationId"]);
        Assert.Equal("line\nbreak\t\"quoted\" \u2028 \ufffd", (string?)get["description"]);
    }
}
