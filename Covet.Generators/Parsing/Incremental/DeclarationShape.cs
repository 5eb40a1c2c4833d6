using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>
/// What of a file can change the meaning of other files: everything but the bodies of methods, constructors and
/// accessors. Two versions of a file with one shape are the same to all specs that come from other files.
/// </summary>
internal static class DeclarationShape
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> Cache = new();

    /// <summary>The shape of a file; equal for equal shapes, and different (but for a chance of 2^-64) for others.</summary>
    public static long Of(SyntaxTree tree, CancellationToken cancellation) =>
        (long)Cache.GetValue(tree, key => (object)Hash(key, cancellation));

    private static long Hash(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var hash = new Fnv();
        hash.Add(tree.FilePath);
        var at = 0;
        foreach (var body in Bodies(tree.GetRoot(cancellation)))
        {
            hash.Add(text, at, body.Start);
            at = body.End;
        }

        hash.Add(text, at, text.Length);
        return hash.Value;
    }

    private static IEnumerable<TextSpan> Bodies(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or StatementSyntax or ExpressionSyntax)))
        {
            if (node is BlockSyntax or GlobalStatementSyntax || (node is ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax }))
            {
                yield return node.Span;
            }
        }
    }

    private struct Fnv
    {
        private ulong value;

        public readonly long Value => unchecked((long)value);

        public void Add(string text)
        {
            foreach (var c in text)
            {
                Add(c);
            }
        }

        public void Add(SourceText text, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                Add(text[i]);
            }

            // The border of a body counts, so that text cannot move across it unseen.
            Add('\uffff');
        }

        private void Add(char c) => value = unchecked(((value == 0 ? 14695981039346656037UL : value) ^ c) * 1099511628211UL);
    }
}
