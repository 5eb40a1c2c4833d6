using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.OpenApi;

public sealed class DocumentTests
{
    private const string Todos = """
        using Covet;
        namespace Todos;

        /// <summary>Something to do.</summary>
        /// <param name="Id">Its number.</param>
        /// <param name="Title">What is to be done.</param>
        public sealed record Todo(int Id, string Title, DateOnly? Due);

        /// <summary>Things to do.</summary>
        [Handler("/todos")]
        public static class TodoHandler
        {
            /// <summary>Finds one todo.</summary>
            /// <param name="id">Its number.</param>
            /// <returns>The todo.</returns>
            /// <response code="404">There is no such todo.</response>
            [Get("{id:int:min(1)}")]
            public static Todo? Find(int id) => id == 1 ? new Todo(1, "a", null) : null;
        }
        """;

    [Fact]
    public void A_document_has_everything_that_the_source_says()
    {
        Assert.Equal(
            """
            {
              "openapi": "3.1.1",
              "info": {
                "title": "App",
                "version": "1.0.0"
              },
              "servers": [
                {
                  "url": "/"
                }
              ],
              "security": [],
              "tags": [
                {
                  "name": "Todo",
                  "description": "Things to do."
                }
              ],
              "paths": {
                "/todos/{id}": {
                  "get": {
                    "tags": [
                      "Todo"
                    ],
                    "summary": "Finds one todo.",
                    "operationId": "Todo_Find",
                    "parameters": [
                      {
                        "name": "id",
                        "in": "path",
                        "description": "Its number.",
                        "required": true,
                        "schema": {
                          "type": "integer",
                          "format": "int32",
                          "minimum": 1
                        }
                      }
                    ],
                    "responses": {
                      "200": {
                        "description": "The todo.",
                        "content": {
                          "application/json": {
                            "schema": {
                              "$ref": "#/components/schemas/Todo"
                            }
                          }
                        }
                      },
                      "400": {
                        "description": "Bad Request",
                        "content": {
                          "application/problem+json": {
                            "schema": {
                              "$ref": "#/components/schemas/ValidationProblem"
                            }
                          }
                        }
                      },
                      "404": {
                        "description": "There is no such todo.",
                        "content": {
                          "application/problem+json": {
                            "schema": {
                              "$ref": "#/components/schemas/ProblemDetails"
                            }
                          }
                        }
                      }
                    }
                  }
                }
              },
            """,
            ApiDocument.Of(Todos).Text.Split("  \"components\"")[0].TrimEnd());
        ApiDocument.Equal(
            """
            {
              "description": "Something to do.",
              "type": "object",
              "required": ["id", "title", "due"],
              "properties": {
                "id": { "description": "Its number.", "type": "integer", "format": "int32" },
                "title": { "description": "What is to be done.", "type": "string" },
                "due": { "type": ["string", "null"], "format": "date" }
              }
            }
            """,
            ApiDocument.Of(Todos).Schemas["Todo"]);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var expected = ApiDocument.Of(Todos).Text;
        var before = CultureInfo.CurrentCulture;
        try
        {
            // A decimal comma, and a minus sign that is not ASCII.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, ApiDocument.Of(Todos).Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Line_ends_of_another_system_change_nothing() =>
        Assert.Equal(ApiDocument.Of(Todos.ReplaceLineEndings("\n")).Text, ApiDocument.Of(Todos.ReplaceLineEndings("\r\n")).Text);

    [Fact]
    public void The_folder_of_the_source_changes_nothing()
    {
        Assert.Equal(Documents("/app/Program.cs"), Documents(@"C:\Users\Ünal\app\Program.cs"));

        static string Documents(string path)
        {
            var compilation = CSharpCompilation.Create(
                "App",
                [GeneratorTestHelper.Parse(GeneratorTestHelper.ImplicitUsings, "/app/Usings.cs"), GeneratorTestHelper.Parse(Todos, path)],
                References.All,
                new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
            var result = CSharpGeneratorDriver.Create(new CovetGenerator()).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
            return result.GeneratedTrees.Single(tree => tree.FilePath.EndsWith("CovetOpenApi.g.cs", StringComparison.Ordinal)).ToString();
        }
    }

    [Fact]
    public void The_order_of_handlers_in_the_source_changes_nothing()
    {
        const string A = """[Handler("/a")] public static class AHandler { [Get] public static int Get(int x = 1) => x; [Post] public static int Post(int x = 1) => x; }""";
        const string B = """[Handler("/b")] public static class BHandler { [Get] public static string Get() => ""; }""";
        const string Start = "using Covet; namespace N;\n";
        Assert.Equal(ApiDocument.Of(Start + A + "\n" + B).Text, ApiDocument.Of(Start + B + "\n" + A).Text);
    }

    [Fact]
    public void A_documents_name_on_a_method_goes_before_that_on_its_class()
    {
        const string Source = """
            using Covet;
            [assembly: ApiDocument("v1", Title = "Public", Version = "1.2")]
            [assembly: ApiDocument("staff", Description = "For staff.")]
            namespace N;

            [Handler("/a")]
            public static class AHandler
            {
                [Get("x")] public static int X() => 1;
                [Get("y"), ApiDocument("staff")] public static int Y() => 1;
                [Get("z"), ApiDocument("staff"), ApiDocument("v1")] public static int Z() => 1;
            }

            [Handler("/b"), ApiDocument("staff")]
            public static class BHandler
            {
                [Get] public static int Get() => 1;
                [Post, EndpointGroupName("v2")] public static int Post() => 1;
            }
            """;
        Assert.Equal(["staff", "v1", "v2"], ApiDocument.Names(Source).Order(StringComparer.Ordinal));
        var v1 = ApiDocument.Of(Source);
        Assert.Equal(["/a/x", "/a/z"], v1.Root["paths"]!.AsObject().Select(p => p.Key));
        ApiDocument.Equal("""{ "title": "Public", "version": "1.2" }""", v1.Root["info"]);
        var staff = ApiDocument.Of(Source, "staff");
        Assert.Equal(["/a/y", "/a/z", "/b"], staff.Root["paths"]!.AsObject().Select(p => p.Key));
        ApiDocument.Equal("""{ "title": "App", "description": "For staff.", "version": "1.0.0" }""", staff.Root["info"]);
        Assert.Equal(["/b"], ApiDocument.Of(Source, "v2").Root["paths"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void A_librarys_endpoints_are_in_the_applications_document()
    {
        var library = GeneratorTestHelper.CompileLibrary("Library", """
            using Covet;
            namespace Library;

            /// <summary>A thing of the library.</summary>
            public sealed record Thing(int Id);

            [Handler("/things")]
            public static class ThingHandler
            {
                /// <summary>The first thing.</summary>
                [Get] public static Thing Get() => new(1);
            }
            """);
        var document = ApiDocument.Of(
            """
            using Covet;
            namespace App;
            public sealed record Thing(string Name);
            [Handler("/mine")] public static class MineHandler { [Get] public static Thing Get() => new("a"); }
            """,
            references: [library]);
        Assert.Equal("The first thing.", (string?)document.Operation("get", "/things")["summary"]);

        // Two types of one name: both take their namespace.
        Assert.Equal("#/components/schemas/LibraryThing", Schema("/things"));
        Assert.Equal("#/components/schemas/AppThing", Schema("/mine"));
        Assert.Equal("A thing of the library.", (string?)document.Schemas["LibraryThing"]!["description"]);

        string? Schema(string path) => (string?)document.Operation("get", path)["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"];
    }
}
