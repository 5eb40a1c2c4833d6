using Covet.Generators.Model;
using Covet.Generators.Parsing.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.OpenApi;

public sealed class DocCommentTests
{
    private static DocSpec? Parse(string source, DocumentationMode mode, string type = "C", string? member = "M")
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13, mode), cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Docs", [tree], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var symbol = compilation.GetTypeByMetadataName(type)!;
        return DocCommentParser.Parse(member is null ? symbol : symbol.GetMembers(member).First(), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void A_comment_is_read_whatever_the_project_says_of_documentation(DocumentationMode mode)
    {
        var doc = Parse(
            """
            public class C
            {
                /// <summary>
                ///   Adds
                ///   numbers.
                /// </summary>
                /// <param name="a">The first.</param>
                /// <param name="b" example="2">The second.</param>
                /// <returns>The sum.</returns>
                /// <response code="409">Too big.</response>
                /// <example>
                ///   {
                ///     "a": 1
                ///   }
                /// </example>
                [System.Obsolete] // not documentation
                public int M(int a, int b) => a + b;
            }
            """,
            mode)!;
        Assert.Equal("Adds numbers.", doc.Summary);
        Assert.Equal("The sum.", doc.Returns);
        Assert.Equal([("a", "The first.", null), ("b", "The second.", "2")], doc.Params.Select(p => (p.Name, p.Text, p.Example)));
        Assert.Equal([("409", "Too big.")], doc.Responses.Select(p => (p.Name, p.Text)));
        Assert.Equal("{\n  \"a\": 1\n}", doc.Example);
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Diagnose)]
    public void Block_comments_are_read(DocumentationMode mode)
    {
        Assert.Equal("One line.", Parse("public class C\n{\n/** <summary>One line.</summary> */ public int M; }", mode)!.Summary);
        Assert.Equal("Two lines.", Parse("public class C\n{\n    /**\n     * <summary>Two\n     * lines.</summary>\n     */\n    public int M;\n}", mode)!.Summary);
    }

    [Theory]
    [InlineData("// <summary>no</summary>")]
    [InlineData("//// <summary>no</summary>")]
    [InlineData("/* <summary>no</summary> */")]
    [InlineData("/// <summary>not <b>closed</summary>")]
    [InlineData("/// <summary>  </summary>")]
    public void What_is_no_documentation_is_none(string comment) =>
        Assert.Null(Parse($"public class C {{\n{comment}\npublic int M; }}", DocumentationMode.None));

    [Theory]
    [InlineData("interface I {\n/// <summary>Text.</summary>\nvoid M(); }", "class C : I {\n/// <inheritdoc/>\npublic void M() { } }")]
    [InlineData("abstract class B {\n/// <summary>Text.</summary>\npublic abstract void M(); }", "class C : B {\n/// <inheritdoc/>\npublic override void M() { } }")]
    [InlineData("class Other {\n/// <summary>Text.</summary>\npublic void X() { } }", "class C {\n/// <inheritdoc cref=\"Other.X\"/>\npublic void M() { } }")]
    [InlineData("namespace A.B { class Other {\n/// <summary>Text.</summary>\npublic void X() { } } }", "class C {\n/// <inheritdoc cref=\"A.B.Other.X()\"/>\npublic void M() { } }")]
    public void Inherited_documentation_is_found(string from, string to) =>
        Assert.Equal("Text.", Parse(from + "\n" + to, DocumentationMode.None)!.Summary);

    [Fact]
    public void A_comment_that_inherits_from_itself_ends()
    {
        Assert.Null(Parse("class C {\n/// <inheritdoc cref=\"C.M\"/>\npublic void M() { } }", DocumentationMode.None));
        Assert.Null(Parse("class C {\n/// <inheritdoc cref=\"N\"/>\npublic void M() { }\n/// <inheritdoc cref=\"M\"/>\npublic void N() { } }", DocumentationMode.None));
    }

    [Fact]
    public void Code_keeps_its_lines_and_loses_its_indent() =>
        Assert.Equal(
            "Use:\n\n```\nif (x)\n{\n    y();\n}\n```\n\nDone.",
            Parse("class C {\n/// <summary>Use:\n/// <code>\n/// if (x)\n/// {\n///     y();\n/// }\n/// </code>\n/// Done.</summary>\nvoid M() { } }", DocumentationMode.None)!.Summary);

    [Fact]
    public void A_symbol_of_another_assembly_is_looked_up_by_its_ID()
    {
        var tree = CSharpSyntaxTree.ParseText("class C { System.Uri M; }", cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Docs", [tree], References.All);
        var field = (IFieldSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("M").Single();
        Assert.Equal("T:System.Uri", DocCommentParser.Parse(field.Type, TestContext.Current.CancellationToken)!.ExternalId);
    }
}
