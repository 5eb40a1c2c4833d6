using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The class that holds the documents as constants.</summary>
internal static class OpenApiEmitter
{
    /// <summary>The generated class, with namespace.</summary>
    public const string ClassName = "global::Covet.Generated.CovetOpenApi";

    public static string Emit(IReadOnlyList<ComposedDocument> documents)
    {
        var writer = SourceWriter.StartFile();
        writer.Line("namespace Covet.Generated;").Line();
        writer.Line("/// <summary>The OpenAPI documents, made from the source at build.</summary>");
        writer.Open("internal static class CovetOpenApi");
        var number = 0;
        foreach (var document in documents)
        {
            writer.Line("private static global::Covet.Internal.OpenApiDocument? document" + Text(number++) + ";");
        }

        writer.Line();
        writer.Line("/// <summary>The documents, by name.</summary>");
        writer.Open("public static global::Covet.Internal.OpenApiDocument[] Documents => new[]");
        number = 0;
        foreach (var document in documents)
        {
            var (constant, hash) = Constant(document);
            writer.Line("document" + Text(number++) + " ??= new(" + Literals.String(document.Name) + ", " + Literals.String(hash.Substring(0, 32)) + ", static () => " + Literals.Utf8(constant) + "),");
        }

        writer.Close(";");
        writer.Close();
        return writer.ToString();
    }

    /// <summary>A library's fragments, for the applications that reference it.</summary>
    public static string EmitFragments(IEnumerable<string> fragments)
    {
        var writer = SourceWriter.StartFile();
        foreach (var fragment in fragments.OrderBy(f => f, StringComparer.Ordinal))
        {
            writer.Line("[assembly: global::Covet.Internal.OpenApiFragment(" + Literals.String(fragment) + ")]");
        }

        return writer.ToString();
    }

    /// <summary>
    /// The constant: a line by which the build finds the document in the assembly and knows that it has found it whole
    /// (name, length in bytes, SHA-256), then the document.
    /// </summary>
    public static (string Constant, string Hash) Constant(ComposedDocument document)
    {
        var json = document.Root.ToString();
        var bytes = Encoding.UTF8.GetBytes(json);
        using var sha = SHA256.Create();
        var hash = string.Concat(sha.ComputeHash(bytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        return ("covet-openapi-document " + OperationNames.Safe(document.Name) + " " + Text(bytes.Length) + " " + hash + "\n" + json, hash);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
