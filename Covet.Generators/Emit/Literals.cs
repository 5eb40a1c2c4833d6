using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Emit;

/// <summary>Text of the user as C# source.</summary>
internal static class Literals
{
    /// <summary>A string literal, quotes included; <c>null</c> for null.</summary>
    public static string String(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A UTF-8 literal.</summary>
    public static string Utf8(string value) => String(value) + "u8";

    /// <summary>An identifier, escaped with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Text that stands in a <c>//</c> comment: one line, so that it cannot end the comment.</summary>
    public static string Comment(string text) =>
        new([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' ? ' ' : c)]);

    /// <summary>Text that stands in an XML documentation comment.</summary>
    public static string Xml(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
