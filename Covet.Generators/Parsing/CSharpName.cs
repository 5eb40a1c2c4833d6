using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing;

/// <summary>Names as they are written in C#.</summary>
internal static class CSharpName
{
    /// <summary>The name with an <c>@</c> where it is a keyword, also one that is a keyword in some places only.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
