using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Docs;

/// <summary>
/// The XML text of a symbol's documentation comment. A project that does not write a documentation file is parsed
/// without documentation, where <c>///</c> is a plain comment and Roslyn's own answer is empty; so the text is always
/// taken from the trivia, and a user's project needs no setting.
/// </summary>
internal static class DocCommentText
{
    /// <summary>The elements of the comment without a root, or null where there is none in source.</summary>
    public static string? Get(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (Declaration(reference.GetSyntax(cancellation)) is { } node && Of(node) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The elements of the comment before a declaration, or null where there is none.</summary>
    public static string? Of(SyntaxNode declaration) => FromTrivia(declaration.GetLeadingTrivia());

    // A field's declarator stands inside the declaration that carries the comment; the property of a positional record
    // is declared by a parameter, which has none of its own.
    private static SyntaxNode? Declaration(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax => node.Parent?.Parent,
        ParameterSyntax => null,
        _ => node,
    };

    private static string? FromTrivia(SyntaxTriviaList trivia)
    {
        StringBuilder? text = null;
        foreach (var item in trivia)
        {
            switch (item.Kind())
            {
                case SyntaxKind.SingleLineCommentTrivia when IsDocLine(item.ToString()):
                case SyntaxKind.SingleLineDocumentationCommentTrivia:
                    AppendLines(text ??= new StringBuilder(), item.ToFullString(), "///");
                    break;
                case SyntaxKind.MultiLineCommentTrivia when item.ToString().StartsWith("/**", StringComparison.Ordinal) && item.ToString().Length > 4:
                case SyntaxKind.MultiLineDocumentationCommentTrivia:
                    AppendBlock(text ??= new StringBuilder(), item.ToFullString());
                    break;
                default:
                    break;
            }
        }

        return text?.ToString();
    }

    private static bool IsDocLine(string comment) =>
        comment.StartsWith("///", StringComparison.Ordinal) && !comment.StartsWith("////", StringComparison.Ordinal);

    private static void AppendLines(StringBuilder text, string comment, string prefix)
    {
        foreach (var line in comment.Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (trimmed.Length == 0)
            {
                continue;
            }

            text.Append(trimmed.StartsWith(prefix, StringComparison.Ordinal) ? trimmed.Substring(prefix.Length).TrimEnd('\r') : trimmed.TrimEnd('\r')).Append('\n');
        }
    }

    private static void AppendBlock(StringBuilder text, string comment)
    {
        var start = comment.IndexOf("/**", StringComparison.Ordinal) + 3;
        var end = comment.LastIndexOf("*/", StringComparison.Ordinal);
        if (end < start)
        {
            return;
        }

        foreach (var line in comment.Substring(start, end - start).Split('\n'))
        {
            var trimmed = line.TrimStart();
            text.Append(trimmed.StartsWith("*", StringComparison.Ordinal) ? trimmed.Substring(1).TrimEnd('\r') : line.TrimEnd('\r')).Append('\n');
        }
    }
}
