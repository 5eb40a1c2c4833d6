using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Covet.Build;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Generators.Tests.OpenApi;

/// <summary>Comments of types in a project of its own, which the compiler gives the application as an assembly alone.</summary>
public sealed class ReferencedProjectTests
{
    private const string Things = """
        using System.Collections.Generic;
        namespace Shop.Contracts;

        /// <summary>A page of something.</summary>
        public sealed class Page<T>
        {
            /// <summary>What is on the page.</summary>
            public List<T> Items { get; set; } = [];
        }

        /// <summary>How it comes.</summary>
        public enum Kind
        {
            /// <summary>By letter.</summary>
            Letter,
            Parcel,
        }

        public interface INamed
        {
            /// <summary>What people call it.</summary>
            string Name { get; }
        }

        public abstract class Made
        {
            /// <summary>When it was made.</summary>
            /// <remarks>In UTC.</remarks>
            public virtual string At { get; set; } = "";
        }
        """;

    private const string Orders = """
        using System.Collections.Generic;
        namespace Shop.Contracts
        {
            /// <summary>An order.</summary>
            /// <param name="Number" example="7">Its number, see <c>Page</c>.</param>
            /// <seealso href="https://example.org/orders">More</seealso>
            public sealed record Order(int Number, Kind Kind, Page<Order.Line>? Lines)
            {
                /** <summary>One line.</summary> */
                public sealed class Line : Made, INamed
                {
                    /// <summary>How many.</summary>
                    /// <example>3</example>
                    public int Count { get; set; }

                    /// <inheritdoc/>
                    public override string At { get; set; } = "";

                    /// <inheritdoc/>
                    public string Name => "";

                    /// <inheritdoc cref="Made.At"/>
                    public string Again => "";

                    /// <inheritdoc cref="Page{T}.Items"/>
                    public string OfPage => "";

                    /// <inheritdoc cref="System.IDisposable"/>
                    public string OfPlatform => "";

                    /// <inheritdoc cref="Nothing()"/>
                    /// <example>{"$doc":"x","x-enum-descriptions":[[1]]}</example>
                    public string OfNothing => "";

                    /// <inheritdoc cref=""/>
                    public string OfNobody => "";

                    public int Silent { get; set; }

                    /// <summary>Größe.</summary>
                    public int Größe { get; set; }
                }
            }

            public sealed record Filter(string? Text = null)
            {
                /// <summary>The first to show.</summary>
                /// <example>20</example>
                public int Offset { get; init; }
            }
        }
        """;

    private const string App = """
        using Covet;
        using Shop.Contracts;
        namespace App;
        [Handler("/orders")]
        public static class OrderHandler
        {
            [Get] public static Page<Order> List([AsParameters] Filter filter) => new();
            [Post] public static Order Create(Order body) => body;
        }
        internal static class EntryPoint { private static void Main() { } }
        """;

    private static readonly (byte[] Image, string Xml) Library = Compile();

    [Fact]
    public void Comments_are_found_in_the_source_where_the_project_writes_no_XML_file()
    {
        var document = Document(Sources(Things, Orders));
        var schemas = document["components"]!["schemas"]!;
        Assert.Equal("An order.", (string?)schemas["Order"]!["description"]);
        ApiDocument.Equal("""{ "description": "More", "url": "https://example.org/orders" }""", schemas["Order"]!["externalDocs"]);
        ApiDocument.Equal("""{ "description": "Its number, see `Page`.", "type": "integer", "format": "int32", "examples": [7] }""", schemas["Order"]!["properties"]!["number"]);
        Assert.Equal("A page of something.", (string?)schemas["PageOfOrder"]!["description"]);
        Assert.Equal("What is on the page.", (string?)schemas["PageOfOrder"]!["properties"]!["items"]!["description"]);
        ApiDocument.Equal("""["By letter.", ""]""", schemas["Kind"]!["x-enum-descriptions"]);
        Assert.Equal("One line.", (string?)schemas["Line"]!["description"]);
        var line = schemas["Line"]!["properties"]!;
        ApiDocument.Equal("""{ "description": "How many.", "type": "integer", "format": "int32", "examples": [3] }""", line["count"]);
        Assert.Equal("When it was made.\n\nIn UTC.", (string?)line["at"]!["description"]);
        Assert.Equal("What people call it.", (string?)line["name"]!["description"]);
        Assert.Equal("When it was made.\n\nIn UTC.", (string?)line["again"]!["description"]);
        Assert.Equal("What is on the page.", (string?)line["ofPage"]!["description"]);
        Assert.All(["ofPlatform", "ofNothing", "ofNobody"], name => Assert.Null(line[name]!["description"]));
        Assert.Null(line["silent"]!["description"]);
        Assert.Equal("Größe.", (string?)line["größe"]!["description"]);
        ApiDocument.Equal(
            """
            [
              { "name": "text", "in": "query", "schema": { "type": "string" } },
              { "name": "offset", "in": "query", "description": "The first to show.", "required": true, "schema": { "type": "integer", "format": "int32", "examples": [20] } }
            ]
            """,
            document["paths"]!["/orders"]!["get"]!["parameters"]);
    }

    [Fact]
    public void The_XML_file_and_the_source_give_the_same_bytes() =>
        Assert.Equal(Document(new File("/lib/Shop.Contracts.xml", Library.Xml)).ToJsonString(), Document(Sources(Things, Orders)).ToJsonString());

    [Fact]
    public void Line_ends_and_the_order_of_files_change_nothing() =>
        Assert.Equal(
            Document(Sources(Things, Orders)).ToJsonString(),
            Document(Sources(Orders.ReplaceLineEndings("\r\n"), "class Half {", Things.ReplaceLineEndings("\r\n"))).ToJsonString());

    [Fact]
    public void Without_either_the_document_has_no_texts_and_no_trace_of_the_question()
    {
        var document = Document().ToJsonString();
        Assert.DoesNotContain("$doc", document, StringComparison.Ordinal);
        Assert.DoesNotContain("By letter", document, StringComparison.Ordinal);
        Assert.DoesNotContain("x-enum-descriptions", document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_builds_task_collects_what_has_comments_and_leaves_what_builds_made()
    {
        var folder = Directory.CreateTempSubdirectory("covet-sources-").FullName;
        try
        {
            Write("Contracts/Sub/Order.cs", Orders);
            Write("Contracts/Things.cs", Things);
            Write("Contracts/Plain.cs", "class Plain { }");
            Write("Contracts/obj/Made.cs", "/// <summary>Made.</summary> class Generated { }");
            Directory.CreateSymbolicLink(Path.Combine(folder, "Contracts", "Loop"), Path.Combine(folder, "Contracts"));
            var output = Path.Combine(folder, "obj", "covet.sources.txt");
            ReferenceSources.Write([Path.Combine(folder, "Contracts", "Contracts.csproj")], output);
            Assert.Equal(Sources(Orders, Things).Text, System.IO.File.ReadAllText(output));
            var written = System.IO.File.GetLastWriteTimeUtc(output);
            ReferenceSources.Write([Path.Combine(folder, "Contracts", "Contracts.csproj")], output);
            Assert.Equal(written, System.IO.File.GetLastWriteTimeUtc(output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(string path, string text)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            System.IO.File.WriteAllText(file, text);
        }
    }

    private static File Sources(params string[] texts) => new("/app/obj/covet.sources.txt", string.Join('\u001e', texts));

    private static (byte[] Image, string Xml) Compile()
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Shop.Contracts",
            [CSharpSyntaxTree.ParseText(Things, parse), CSharpSyntaxTree.ParseText(Orders, parse)],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        using var xml = new MemoryStream();
        var emitted = compilation.Emit(image, xmlDocumentationStream: xml);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return (image.ToArray(), Encoding.UTF8.GetString(xml.ToArray()).TrimStart('\ufeff'));
    }

    [Fact]
    public void The_whole_document_of_a_project_that_refers_to_another() => Assert.NotEmpty(Document());

    private static JsonObject Document(params File[] files)
    {
        // The source of a project that builds no documentation is parsed without it.
        var inputs = new GeneratorInputs([.. files], new Provider()) { Parsing = UserCode.ParseOptions.WithDocumentationMode(DocumentationMode.None) };
        return ApiDocument.Of(GeneratorTestHelper.Compile(App, [new CompiledLibrary("Shop.Contracts", Library.Image, [], [])], inputs: inputs, show: SnapshotSubject.Documents).Image).Root;
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public string Text => text;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new());

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(new() { ["build_metadata.AdditionalFiles.CovetDocumentation"] = "true" });
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
