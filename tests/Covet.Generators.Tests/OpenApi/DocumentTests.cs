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

    // Whatever a culture could change: numbers, dates, and names with an i that become other cases.
    private const string Rich = Todos + """

        [Obsolete("Old."), MapException<TimeoutException>(503)]
        [Handler("/INVOICES"), ApiVersion("1", Deprecated = "2026-01-01", Sunset = "2026-12-31T12:00:00Z")]
        public static class InvoiceHandler
        {
            [Get("{ID:int:range(-3,1000)}"), Tags("Iı", "iİ")] public static Invoice? Find(int ID, [Range(-1.5, 1234567.25)] double limit = 1234.5, decimal least = -0.5m) => null;
            [Post, Authorize(Roles = "ADMIN")] public static void Add(Invoice body) { }
        }

        public sealed record Invoice([property: Range(typeof(DateTime), "2020-01-02", "2020-12-31")] DateTime Issued, [property: System.ComponentModel.DefaultValue(-1.5)] double İ, InvoiceKind Kind = InvoiceKind.Initial);
        public enum InvoiceKind { Initial = -1, Interim, Final = 1000 }
        """;

    [Fact]
    public void The_code_around_a_document() => GeneratorTestHelper.Verify("#pragma warning disable CS1573 // the comment need not name every parameter\n" + Todos, static file => file == "CovetOpenApi.g.cs");

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

    // Commas in numbers, dotless i, calendars with other years, signs that are not ASCII.
    [Theory]
    [InlineData("tr-TR", ",", "-")]
    [InlineData("de-DE", ",", "-")]
    [InlineData("ar-SA", "\u066b", "\u061c-")]
    [InlineData("fa-IR", "\u066b", "\u200e\u2212")]
    [InlineData("th-TH", ".", "-")]
    [InlineData("sv-SE", ",", "\u2212")]
    public void The_culture_of_the_machine_changes_nothing(string name, string point, string minus)
    {
        // A machine without the data of languages gives them all the invariant culture's, so what numbers look like is said here.
        var culture = (CultureInfo)(IsKnown(name) ? CultureInfo.GetCultureInfo(name) : CultureInfo.InvariantCulture).Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NegativeSign = minus;
        var expected = In(CultureInfo.InvariantCulture);
        Assert.Equal(expected, In(culture));
        Assert.Contains("-1.5", expected, StringComparison.Ordinal);

        static bool IsKnown(string name) => CultureInfo.GetCultures(CultureTypes.SpecificCultures).Any(c => c.Name == name);

        static string In(CultureInfo culture)
        {
            var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            try
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
                return ApiDocument.Of(Rich).Text;
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
            }
        }
    }

    [Fact]
    public void Line_ends_of_another_system_change_nothing() =>
        Assert.Equal(ApiDocument.Of(Todos.ReplaceLineEndings("\n")).Text, ApiDocument.Of(Todos.ReplaceLineEndings("\r\n")).Text);

    [Theory]
    [InlineData(@"C:\Users\Ünal\app\Program.cs")]
    [InlineData(@"\\server\share\Program.cs")]
    [InlineData("Program.cs")]
    [InlineData("/home/a b/#1;x/Program.cs")]
    public void The_folder_of_the_source_changes_nothing(string other)
    {
        Assert.Equal(Documents("/app/Program.cs"), Documents(other));

        static string Documents(string path)
        {
            return ApiDocument.Of(GeneratorTestHelper.Compile("#pragma warning disable CS1573 // the comment need not name every parameter\n" + Todos, inputs: new([]) { Path = path }, show: SnapshotSubject.Documents).Image).Text;
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
    public void The_order_of_the_files_changes_nothing()
    {
        string[] files =
        [
            """using Covet; namespace N; [Handler("/a")] public static partial class AHandler { [Get] public static B.Thing Get(int x = 1) => new(x); }""",
            """using Covet; namespace N; public static partial class AHandler { [Post] public static C.Thing Post(B.Thing body) => new(body.X); }""",
            """using Covet; namespace B; public sealed record Thing(int X); [Handler("/b")] public static class BHandler { [Get("{id}")] public static string Get(string id) => id; }""",
            """using Covet; [assembly: ApiDocument("v1", Title = "T")] namespace C { public sealed record Thing(int X); [Handler("/b")] public static class CHandler { [Get("{name:int}")] public static int Get(int name) => name; } }""",
        ];
        var expected = Document(files);
        Assert.Contains("CThing", expected, StringComparison.Ordinal);
        const int Seed = 20261121;
        var random = new Random(Seed);
        for (var i = 0; i < 12; i++)
        {
            random.Shuffle(files);
            Assert.True(expected == Document(files), $"seed {Seed}, case {i}");
        }

        static string Document(string[] files)
        {
            var more = files.Skip(1).Select((file, i) => (file, $"/app/{i}.cs")).ToList();
            return ApiDocument.Of(GeneratorTestHelper.Compile(files[0], inputs: new([]) { More = more }, show: SnapshotSubject.Documents).Image).Text;
        }
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
